import { isOf } from '../../shared/cluster/schools.ts';
import { indicatorsOf } from '../../shared/priorities/agreement.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import { type IndicatorProgress, progressOf } from '../../shared/priorities/progress.ts';
import { pictureOf } from '../../shared/priorities/progress-geometry.ts';
import { figureText, pictureText, placeSentence } from '../../shared/priorities/progress-words.ts';
import { OwedList } from '../priorities/owed.tsx';
import { ProgressChart } from '../priorities/progress-chart.tsx';
import { draw } from '../priorities/progress-draw.ts';
import { type SeenDealings, useDealings } from '../priorities/use-dealings.ts';
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
  const own = schools.filter(({ school }) => me && isOf(me, school));
  return (
    <section class="stack tight" aria-label={indicator.body.name}>
      <h3>{indicator.body.name}</h3>
      <ul class="stack tight small">
        {schools.map((one) => (
          <li key={one.school.id}>
            {one.school.body.name}
            {one.latest && (
              <>
                {' '}
                · <b>{figureText(one.latest.value, indicator.body.unit)}</b>
              </>
            )}{' '}
            · {placeSentence(one)}
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
