/** @jsxImportSource hono/jsx */
import { comparePeriods } from '../../../shared/priorities/period.ts';
import { figureText, shortPeriod } from '../../../shared/priorities/progress-words.ts';
import type { PublicIndicator } from '../../../shared/reviews/public-review.ts';

type Figures = PublicIndicator['schools'][number];
type Value = Figures['points'][number]['value'];

/** A figure, or why there is none. */
export const valueText = (value: Value, unit: PublicIndicator['unit']): string =>
  value === 'withheld' ? 'withheld' : figureText(value, unit).replace(/^[NS](?=[oe])/, (one) => one.toLowerCase());

/** Every figure of an indicator. With `only`, those of one school. */
export function FiguresTable({
  indicator,
  names,
  of,
  only,
}: {
  indicator: PublicIndicator;
  /** The priority's title: an indicator can belong to several. */
  of: string;
  names: ReadonlyMap<string, string>;
  only?: string;
}) {
  const { unit } = indicator;
  const schools = indicator.schools.filter(({ urn }) => only === undefined || urn === only);
  const periods = [...new Set(schools.flatMap(({ points }) => points.map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const target = (one: { period: string; value: number } | undefined) =>
    one ? `${figureText(one.value, unit)} by ${shortPeriod(one.period)}` : '–';
  const cell = (school: Figures, period: string) => {
    const point = school.points.find((one) => one.period === period);
    if (!point) return '–';
    const notes = [
      period === school.baseline && 'start',
      point.status === 'provisional' && 'provisional',
      point.breaks && 'series breaks',
    ].filter(Boolean);
    return `${valueText(point.value, unit)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  };
  return (
    <section class="scroll" tabindex={0} aria-label={`Figures for ‘${of}’: ${indicator.name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">School</th>
            {periods.map((period) => (
              <th scope="col">{shortPeriod(period)}</th>
            ))}
            <th scope="col">Own target</th>
            <th scope="col">Stretch target</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr>
              <th scope="row">{names.get(school.urn) ?? school.urn}</th>
              {periods.map((period) => (
                <td>{cell(school, period)}</td>
              ))}
              <td>{target(school.own)}</td>
              <td>{target(school.stretch)}</td>
            </tr>
          ))}
          {indicator.totals && only === undefined && (
            <tr>
              <th scope="row">All together</th>
              {periods.map((period) => {
                const total = indicator.totals?.find((one) => one.period === period);
                return <td>{total ? valueText(total.value, unit) : '–'}</td>;
              })}
              <td>–</td>
              <td>–</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
