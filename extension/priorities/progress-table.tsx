import { figureText } from '../../shared/priorities/figure-words.ts';
import { comparePeriods, periodLabel } from '../../shared/priorities/period.ts';
import type { IndicatorProgress, SchoolProgress } from '../../shared/priorities/progress.ts';
import { placeSentence, shortPeriod } from '../../shared/priorities/progress-words.ts';
import type { Target } from '../../shared/priorities/target.ts';

/** Everything that the pictures of an indicator show, as a table. */
export function ProgressTable({ progress }: { progress: IndicatorProgress }) {
  const { indicator, schools, spread } = progress;
  const { unit, name } = indicator.body;
  const periods = [...new Set(schools.flatMap(({ points }) => points.map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const cell = (school: SchoolProgress, period: string) => {
    const point = school.points.find((one) => one.period === period);
    if (!point) return '';
    const words = [
      figureText(point.value, unit),
      point.breaks && point.value !== 'series-break' ? '(series breaks here)' : '',
      point.period === school.baseline?.period ? '(start)' : '',
      point.reading.body.status === 'provisional' ? '(provisional)' : '',
      point.earlier.some(({ body }) => !body.withdrawn) ? '(corrected)' : '',
    ];
    return words.filter(Boolean).join(' ');
  };
  const target = (one: Target | undefined) =>
    one ? `${figureText(one.value, unit)} by ${shortPeriod(one.period)}` : 'Not set';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="progress-table" tabIndex={0} aria-label={`Figures: ${name}`}>
      <table>
        <caption class="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">School</th>
            {periods.map((period) => (
              <th key={period} scope="col">
                <abbr title={periodLabel(period)}>{shortPeriod(period)}</abbr>
              </th>
            ))}
            <th scope="col">Own target</th>
            <th scope="col">Stretch target</th>
            <th scope="col">Where it is</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((one) => (
            <tr key={one.school.id}>
              <th scope="row">{one.school.body.name}</th>
              {periods.map((period) => (
                <td key={period}>{cell(one, period)}</td>
              ))}
              <td>{target(one.own)}</td>
              <td>{target(one.stretch)}</td>
              <td>{placeSentence(one)}</td>
            </tr>
          ))}
          {spread.some(({ schools: many }) => many > 1) && (
            <tr>
              <th scope="row">Lowest, middle, highest</th>
              {periods.map((period) => {
                const one = spread.find((found) => found.period === period && found.schools > 1);
                return (
                  <td key={period}>
                    {one && [one.lowest, one.median, one.highest].map((value) => figureText(value, unit)).join(', ')}
                  </td>
                );
              })}
              <td />
              <td />
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
