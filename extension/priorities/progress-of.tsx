import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { isOf } from '../../shared/cluster/schools.ts';
import { dayAt, figuresDue, owedOn } from '../../shared/priorities/due.ts';
import { directionWords, figureText } from '../../shared/priorities/figure-words.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { type IndicatorProgress, progressOf, progressSentence } from '../../shared/priorities/progress.ts';
import { enterReading, withdrawReading } from '../../shared/priorities/reading.ts';
import { setBaseline, setStretch, setTarget } from '../../shared/priorities/target.ts';
import { timeLineOf } from '../../shared/priorities/time-line.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import { schoolsWords } from './indicator-schools.tsx';
import './progress.css';
import { useBeside } from './progress-beside.ts';
import { ChartKey } from './progress-chart.tsx';
import { ProgressTable } from './progress-table.tsx';
import { TimeLineView } from './progress-time-line.tsx';
import { EnterReading } from './reading-enter.tsx';
import { SchoolCharts } from './school-charts.tsx';
import { TargetsOf } from './targets-of.tsx';
import { type SeenDealings, useDealings } from './use-dealings.ts';

/** 'So what, so far': where each school is on a priority, how long it has run, and what speaks for and against it. */
export function ProgressOf({ priority, named }: { priority: string; named?: boolean }) {
  const dealings = useDealings();
  const now = useNow();
  const beside = useBeside();
  const record = dealings?.priorities.find(({ id }) => id === priority);
  if (!dealings || !record?.body) return null;
  const { title, thread, state } = record.body;
  const day = dayAt(now);
  const progress = progressOf(dealings, priority);
  const due = figuresDue(owedOn(dealings, day), dealings.indicators, priority);
  const line = timeLineOf(record.body, day);
  return (
    <section class={`stack wide progress ${threadClass(thread)}`} aria-labelledby={`progress-${priority}`}>
      <div class="stack tight">
        <h2 id={`progress-${priority}`}>
          {named ? (
            <>
              <ThreadMark thread={{ title, thread, proposed: state === 'proposed' }} /> {title}
            </>
          ) : (
            'So what, so far'
          )}
        </h2>
        <p>{progressSentence(progress, due)}.</p>
      </div>
      {line && <TimeLineView line={line} />}
      <Refused />
      {progress.length === 0 && (
        <p class="soft">What is measured in every school is shown here. Give this priority an indicator first.</p>
      )}
      {progress.map((one) => (
        <OnIndicator key={one.indicator.id} progress={one} dealings={dealings} />
      ))}
      {progress.length > 0 && <ChartKey />}
      {beside && <beside.Evidence priority={priority} />}
    </section>
  );
}

/** Figures and targets that were not accepted; each stays until its author lets it go. */
function Refused() {
  const steps = [enterReading, withdrawReading, setBaseline, setTarget, setStretch];
  const words = ['A figure', 'Taking a figure back', 'A start', 'A target', 'A stretch target'];
  return (
    <>
      {steps.map((action, i) => (
        <RefusedList<object> key={action.name} action={action} titleOf={() => words[i] ?? ''} advice={sentenceFor} />
      ))}
    </>
  );
}

/** The figures as they hold now, school by school, the newest first. */
const figuresOf = ({ indicator, schools }: IndicatorProgress) =>
  schools.flatMap(({ school, points }) =>
    points.toReversed().map(({ reading, period, value }) => ({
      id: reading.id,
      label: `${school.body.name}, ${periodLabel(period)}: ${figureText(value, indicator.body.unit)}`,
    })),
  );

function OnIndicator({ progress, dealings }: { progress: IndicatorProgress; dealings: SeenDealings }) {
  const [entering, setEntering] = useState(false);
  const beside = useBeside();
  const { indicator, schools } = progress;
  const { name, about, direction, source } = indicator.body;
  const { me } = dealings;
  const mayEnter = me && can(me, enterReading.capability);
  const mine = schools.filter(({ school }) => me && (me.role === 'coordinator' || isOf(me, school)));
  return (
    <section class="stack" aria-labelledby={`progress-${indicator.id}`}>
      <div class="stack tight">
        <h3 id={`progress-${indicator.id}`}>{name}</h3>
        <p class="soft small">
          {[about, directionWords[direction], schoolsWords(indicator.body, dealings.schools), source?.title]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <SchoolCharts progress={progress} />
      {schools.some(({ points }) => points.length > 0) ? (
        <ProgressTable progress={progress} />
      ) : (
        <p class="soft">No figure is in yet.</p>
      )}
      {beside && (
        <div class="no-print">
          <beside.Figures name={name} figures={figuresOf(progress)} />
        </div>
      )}
      {mayEnter && (
        <div class="stack no-print">
          {entering ? (
            <EnterReading
              indicator={indicator.id}
              onDone={() => setEntering(false)}
              onLeave={() => setEntering(false)}
            />
          ) : (
            <div class="row">
              <Button label={`Enter a figure: ${name}`} onPress={() => setEntering(true)}>
                Enter a figure
              </Button>
            </div>
          )}
          {mine.map(({ school }) => (
            <Disclosure key={school.id} summary={`Targets of ${school.body.name}`}>
              <TargetsOf indicator={indicator.id} school={school.id} />
            </Disclosure>
          ))}
        </div>
      )}
    </section>
  );
}
