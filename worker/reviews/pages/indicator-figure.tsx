/** @jsxImportSource hono/jsx */
import { figureText, placeWords } from '../../../shared/priorities/progress-words.ts';
import type { PublicIndicator } from '../../../shared/reviews/public-review.ts';
import { ClusterChart } from './cluster-chart.tsx';
import { clusterPictureOf, letterOf, linesMost, middleOf, oneDecimal } from './cluster-geometry.ts';
import { draw } from './drawing.ts';
import { FiguresTable } from './figures-table.tsx';
import { type SchoolStanding, standingsOf, tallyOf } from './school-standing.ts';
import { periodWords, webAddress } from './words.tsx';

/** A school's start, newest figure and targets, in a line. */
export function standingWords(
  { baseline, latest, own, stretch, place, points }: SchoolStanding,
  unit: PublicIndicator['unit'],
): string {
  const start = typeof baseline?.value === 'number' ? figureText(baseline.value, unit) : undefined;
  const now = latest && latest.period !== baseline?.period ? figureText(latest.value, unit) : undefined;
  const newest = points.at(-1);
  const said = [
    start && now ? `${start} at the start, now ${now}` : (now ?? (start && `${start} at the start`)),
    newest &&
      typeof newest.value !== 'number' &&
      `the newest is ${newest.value === 'suppressed' ? 'withheld' : 'missing'}`,
    own && `own target ${figureText(own.value, unit)}`,
    stretch && `stretch target ${figureText(stretch.value, unit)}`,
    placeWords[place].toLowerCase(),
  ];
  return said.filter(Boolean).join('; ');
}

/** What is counted, of whom, and which way is better. */
export function IndicatorHead({ indicator, tally }: { indicator: PublicIndicator; tally?: string }) {
  const source = webAddress(indicator.source?.url);
  return (
    <figcaption>
      <b>{indicator.name}</b>
      <br />
      <span class="soft">
        {indicator.about && `${indicator.about.replace(/\.$/, '')}. `}
        {indicator.direction === 'up' ? 'Higher is better.' : 'Lower is better.'}
        {source && (
          <>
            {' '}
            Source: <a href={source}>{indicator.source?.title || 'page'}</a>.
          </>
        )}
      </span>
      {tally && (
        <>
          <br />
          {tally}
        </>
      )}
    </figcaption>
  );
}

/** An indicator over all schools: the picture, what it says in words, and every figure as a table. */
export function IndicatorFigure({
  indicator,
  names,
  of,
  table,
}: {
  indicator: PublicIndicator;
  /** The priority's title. */
  of: string;
  names: ReadonlyMap<string, string>;
  /** Whether the table stands here too. */
  table: boolean;
}) {
  const all = standingsOf(indicator);
  const { unit } = indicator;
  const picture = clusterPictureOf(all, draw);
  const each = all.schools.length <= linesMost;
  const spread = middleOf(all);
  const [first, last] = [spread[0], spread.at(-1)];
  const said = (value: number) => figureText(oneDecimal(value), unit);
  const middle =
    first && last
      ? `The school in the middle: ${said(first.median)} in ${periodWords(first.period)}, ${said(last.median)} in ${periodWords(last.period)}. From lowest to highest now: ${said(last.lowest)} to ${said(last.highest)}.`
      : '';
  const tally = tallyOf(all.schools);
  return (
    <figure>
      <IndicatorHead indicator={indicator} tally={tally} />
      <div class="fig">
        {picture && (
          <ClusterChart picture={picture} text={each ? 'A line for each school, as said beside it.' : middle} />
        )}
        <div>
          {each ? (
            <ul class="key">
              {all.schools.map((school, index) => (
                <li>
                  <b>{letterOf(index)}</b>
                  <span>
                    {names.get(school.urn) ?? school.urn}: {standingWords(school, unit)}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p class="mid short">{middle}</p>
          )}
          {picture && (
            <p class="small soft">
              {each
                ? picture.targets.length > 0 && '□ A school’s own target.'
                : 'The line is the school in the middle. The grey goes from the lowest to the highest.'}
            </p>
          )}
        </div>
      </div>
      {table && (
        <details>
          <summary>All figures as a table</summary>
          <FiguresTable indicator={indicator} names={names} of={of} />
        </details>
      )}
    </figure>
  );
}
