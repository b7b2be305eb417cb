import { figureText } from '../../shared/priorities/figure-words.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import type { IndicatorProgress } from '../../shared/priorities/progress.ts';
import { placeSentence } from '../../shared/priorities/progress-words.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import type { ThreadProgress } from './page-threads.ts';

interface NewestOfProps {
  threads: readonly ThreadProgress[];
  /** A school that is told of elsewhere. */
  without?: string;
}

/** The newest figure of each school, indicator by indicator. */
export function NewestOf({ threads, without }: NewestOfProps) {
  return (
    <div class="stack">
      {threads.map(({ thread, progress }) =>
        progress.map((one) => (
          <div key={`${thread.id} ${one.indicator.id}`} class="stack tight">
            <p>
              <ThreadMark thread={thread} /> {one.indicator.body.name}
            </p>
            <ul class="page-newest small">
              {one.schools
                .filter(({ school }) => school.id !== without)
                .map(({ school, latest, ...rest }) => (
                  <li key={school.id}>
                    <span>{school.body.name}</span>
                    <b>{latest ? figureText(latest.value, one.indicator.body.unit) : '–'}</b>
                    <span class="soft">
                      {latest && `${periodLabel(latest.period)} · `}
                      {placeSentence(rest)}
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        )),
      )}
    </div>
  );
}

/** Our figures on an indicator in one line: the newest period's lowest and highest, and the middle one. */
export function spreadSentence({ indicator, schools, spread }: IndicatorProgress): string {
  const { unit } = indicator.body;
  const last = spread.findLast((one) => one.schools > 0);
  if (!last) return 'no figure of ours is in yet';
  const of = `${last.schools} of ${schools.length} ${schools.length === 1 ? 'school' : 'schools'}, ${periodLabel(last.period)}`;
  if (last.schools === 1) return `${figureText(last.median, unit)} (${of})`;
  const [low, middle, high] = [last.lowest, last.median, last.highest].map((value) => figureText(value, unit));
  return `${low} to ${high}, in the middle ${middle} (${of})`;
}
