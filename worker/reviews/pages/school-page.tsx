/** @jsxImportSource hono/jsx */
import { pictureOf } from '../../../shared/priorities/progress-geometry.ts';
import type { PublicIndicator } from '../../../shared/reviews/public-review.ts';
import { draw } from './drawing.ts';
import { FiguresTable } from './figures-table.tsx';
import { pageOf } from './frame.tsx';
import { IndicatorHead, standingWords } from './indicator-figure.tsx';
import { ThreadTitle } from './priority-account.tsx';
import { SchoolChart } from './school-chart.tsx';
import { standingsOf } from './school-standing.ts';
import type { PartOptions } from './schools-page.tsx';
import { threadClass } from './threads.ts';
import { beginningOf, Day, Paragraphs, periodWords } from './words.tsx';

interface SchoolOptions extends PartOptions {
  urn: string;
}

/** One school on one indicator, beside all of them. */
function OneSchool({
  indicator,
  urn,
  names,
  of,
}: {
  indicator: PublicIndicator;
  of: string;
  urn: string;
  names: ReadonlyMap<string, string>;
}) {
  const all = standingsOf(indicator);
  const mine = all.schools.find((one) => one.urn === urn);
  if (!mine) {
    return (
      <figure>
        <IndicatorHead indicator={indicator} />
        <p class="mid">This school has no figure here.</p>
      </figure>
    );
  }
  const picture = pictureOf(all, mine, draw);
  const words = standingWords(mine, indicator.unit);
  return (
    <figure>
      <IndicatorHead indicator={indicator} />
      <p class="mid short">
        <b>
          {words.charAt(0).toUpperCase()}
          {words.slice(1)}.
        </b>
      </p>
      {picture && <SchoolChart picture={picture} text={`${names.get(urn) ?? urn}: ${words}.`} />}
      {mine.contribution && <p class="mid">What the partnership brings to the stretch target: {mine.contribution}</p>}
      <details>
        <summary>The figures as a table</summary>
        <FiguresTable indicator={indicator} names={names} of={of} only={urn} />
      </details>
    </figure>
  );
}

/** For a school's governors: its own figures on every priority, beside how far the schools lie apart. */
export function schoolPage({ site, review, base, stands, urn }: SchoolOptions): string | undefined {
  const school = review.schools.find((one) => one.urn === urn);
  if (!school) return undefined;
  const names = new Map(review.schools.map((one) => [one.urn, one.name]));
  const said = review.signed.find((one) => one.urn === urn);
  return pageOf({
    site,
    title: `${school.name}: ${periodWords(review.period)}`,
    description: `The figures of ${school.name} in the review of ${review.partnership.name}.`,
    path: `${base}/school/${urn}`,
    current: 'review',
    children: (
      <>
        <h1>{school.name}</h1>
        <p class="lead">
          What {review.partnership.name} promised, and where this school is. For its governors, and for everybody.
        </p>
        <p class="facts">
          A part of <a href={base}>the review of {periodWords(review.period)}</a>. Figures as they stood on{' '}
          <Day at={review.asAt} />.
          {stands && (
            <>
              {' '}
              <a href={`${base}/sheet/${urn}`}>A sheet for the gate and the newsletter</a>.
            </>
          )}
        </p>
        {said?.text && (
          <section class="box" aria-labelledby="reservation">
            <h2 class="over" id="reservation">
              This school’s reservation
            </h2>
            <Paragraphs text={said.text} />
          </section>
        )}
        {review.what.map((priority) => {
          const happened = priority.parts.find(({ part }) => part === 'happened')?.text;
          return (
            <section class={`part thread ${threadClass(priority.thread)}`} aria-labelledby={priority.key}>
              <h2 id={priority.key}>
                <ThreadTitle {...priority} />
              </h2>
              {happened && (
                <p>
                  {beginningOf(happened, 280)} <a href={`${base}/${priority.key}`}>The whole account</a>
                </p>
              )}
              {priority.indicators.map((indicator) => (
                <OneSchool indicator={indicator} urn={urn} names={names} of={priority.title} />
              ))}
            </section>
          );
        })}
        <p class="small soft short">
          In the pictures: the line is this school, the ring is where it started, □ is its own target and ◇ its stretch
          target. The grey goes from the lowest to the highest school, and the dotted line is the school in the middle.
          A c is a figure withheld, a z one that was not produced.
        </p>
      </>
    ),
  });
}
