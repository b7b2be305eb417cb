import { useRef, useState } from 'preact/hooks';
import { isOf } from '../../shared/cluster/schools.ts';
import { indicatorsOf } from '../../shared/priorities/agreement.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { type IndicatorProgress, progressOf } from '../../shared/priorities/progress.ts';
import { pictureOf } from '../../shared/priorities/progress-geometry.ts';
import { pictureText, placeSentence } from '../../shared/priorities/progress-words.ts';
import { maySetStart } from '../priorities/may-set-start.ts';
import { OwedList } from '../priorities/owed.tsx';
import { ProgressChart } from '../priorities/progress-chart.tsx';
import { draw } from '../priorities/progress-draw.ts';
import { StartEntry } from '../priorities/start-entry.tsx';
import { type SeenDealings, useDealings } from '../priorities/use-dealings.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { Bearing } from './bearing.tsx';

/** What a thread holds, without leaving the page: every school's place, one's own pictures, what is due, the newest. */
export function ThreadContext({ priority }: { priority: string }) {
  const dealings = useDealings();
  const now = useNow();
  if (!dealings) return null;
  const mine = new Set(indicatorsOf(dealings.indicators, priority).map(({ id }) => id));
  const owed = owedOn(dealings, dayAt(now)).filter(
    (one) => isWanted(one) && ('priority' in one ? one.priority === priority : mine.has(one.indicator)),
  );
  // What others owe is counted here, and stands on the log page.
  const ours = owed.filter(({ school }) => dealings.me?.schools.includes(school));
  const others = owed.length - ours.length;
  const several = new Set(ours.map(({ school }) => school)).size > 1;
  const schoolName = (id: string) => dealings.schools.find((one) => one.id === id)?.body?.name ?? '';
  return (
    <div class="stack">
      {progressOf(dealings, priority).map((progress) => (
        <Places key={progress.indicator.id} progress={progress} dealings={dealings} />
      ))}
      {owed.length > 0 && (
        <section class="stack tight" aria-label="What is due">
          <h3>What is due</h3>
          <OwedList owed={ours} dealings={dealings} {...(several && { schoolName })} />
          {others > 0 && (
            <p class="soft small">
              {others} {others === 1 ? 'thing is' : 'things are'} open in {ours.length > 0 ? 'other' : 'the'} schools.
            </p>
          )}
        </section>
      )}
      <Bearing priority={priority} />
    </div>
  );
}

function Places({ progress, dealings: { me } }: { progress: IndicatorProgress; dealings: SeenDealings }) {
  const { indicator, schools } = progress;
  const [entering, setEntering] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  // Back to where it was opened: the button, or the line that says where the school is from now on.
  const close = (school: string, set: boolean) => {
    setEntering(undefined);
    requestAnimationFrame(() => {
      const line = list.current?.querySelector<HTMLElement>(`[data-school="${school}"]`);
      ((!set && line?.querySelector('button')) || line)?.focus();
    });
  };
  const own = schools.filter(({ school }) => me && isOf(me, school));
  return (
    <section class="stack tight" aria-label={indicator.body.name}>
      <h3>{indicator.body.name}</h3>
      <ul class="stack tight small" ref={list}>
        {schools.map((one) => (
          <li key={one.school.id} data-school={one.school.id} tabIndex={-1}>
            {one.school.body.name}
            {one.latest && (
              <>
                {' '}
                · <b>{figureText(one.latest.value, indicator.body.unit)}</b>
              </>
            )}{' '}
            · {placeSentence(one)}
            {!one.baseline && entering !== one.school.id && maySetStart(me, one.school) && (
              <div class="row">
                <Button
                  look="quiet"
                  label={`Enter where it starts: ${one.school.body.name}, ${indicator.body.name}`}
                  onPress={() => setEntering(one.school.id)}
                >
                  Enter where it starts
                </Button>
              </div>
            )}
            {entering === one.school.id && (
              <StartEntry
                indicators={[indicator.id]}
                school={one.school.id}
                onDone={() => close(one.school.id, true)}
                onLeave={() => close(one.school.id, false)}
              />
            )}
          </li>
        ))}
      </ul>
      {own.map((one) => {
        const picture = one.points.length > 0 ? pictureOf(progress, one, draw) : undefined;
        return (
          picture && (
            <div key={one.school.id}>
              {own.length > 1 && <p class="small">{one.school.body.name}</p>}
              <ProgressChart picture={picture} text={pictureText(one, indicator.body.unit)} />
            </div>
          )
        );
      })}
    </section>
  );
}
