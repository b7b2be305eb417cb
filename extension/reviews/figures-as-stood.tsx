import { progressOf } from '../../shared/priorities/progress.ts';
import { pictureOf } from '../../shared/priorities/progress-geometry.ts';
import { pictureText, placeSentence } from '../../shared/priorities/progress-words.ts';
import { figuresAt } from '../../shared/reviews/figures-at.ts';
import { refreshReview } from '../../shared/reviews/review.ts';
import type { Review } from '../../shared/reviews/review-kind.ts';
import { ChartKey, ProgressChart } from '../priorities/progress-chart.tsx';
import { draw } from '../priorities/progress-draw.ts';
import { useDealings } from '../priorities/use-dealings.ts';
import '../priorities/progress.css';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { When } from '../ui/when.tsx';
import { reviewAdvice } from './review-words.ts';
import type { Whole } from './use-reviews.ts';

interface FiguresProps {
  review: Whole<Review>;
  priority: string;
  open: boolean;
}

/** Where every school was on a priority when the figures were taken in, and a way to take them in anew. */
export function FiguresAsStood({ review: { id, rev, body }, priority, open }: FiguresProps) {
  const dealings = useDealings();
  const task = useAct();
  if (!dealings) return null;
  const then = { ...dealings, ...figuresAt(dealings, body.asAt) };
  const progress = progressOf(then, priority);
  const changed = JSON.stringify(progress) !== JSON.stringify(progressOf(dealings, priority));
  const refresh = async () => {
    if ((await task.run([deed(refreshReview, { id, rev })]))?.ok) announce('The figures are as they stand now');
  };
  return (
    <div class="stack tight">
      {progress.length === 0 ? (
        <p class="soft">It has no indicator, so there is no picture of its progress.</p>
      ) : (
        <Disclosure summary="The figures, as they stood">
          <div class="stack">
            {progress.map((one) => (
              <section key={one.indicator.id} class="stack" aria-label={one.indicator.body.name}>
                <h3>{one.indicator.body.name}</h3>
                <ul class="charts">
                  {one.schools.map((school) => {
                    const picture = school.points.length > 0 || school.own ? pictureOf(one, school, draw) : undefined;
                    return (
                      <li key={school.school.id} class="stack tight">
                        <p>
                          <b>{school.school.body.name}</b>
                          <br />
                          <span class="small">{placeSentence(school)}</span>
                        </p>
                        {picture && (
                          <ProgressChart picture={picture} text={pictureText(school, one.indicator.body.unit)} />
                        )}
                      </li>
                    );
                  })}
                </ul>
              </section>
            ))}
            <ChartKey />
          </div>
        </Disclosure>
      )}
      <p class="soft small">
        Figures as they stood <When at={body.asAt} />
        {changed && '. Some have changed since.'}
      </p>
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      {open && changed && (
        <div class="row no-print">
          <Button busy={task.busy} onPress={refresh}>
            Take them in as they are now
          </Button>
          <span class="soft small">Schools that have signed sign again.</span>
        </div>
      )}
    </div>
  );
}
