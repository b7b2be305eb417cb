import { useMemo } from 'preact/hooks';
import { narrowed, type Query } from '../../../shared/evidence/query.ts';
import type { SeenPriority } from '../../priorities/use-priorities.ts';
import type { LogRow } from '../../replica/log-rows.ts';
import { type Facet, none } from '../../replica/search/facets.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ThreadMark } from '../../ui/thread-mark.tsx';
import { threadClass } from '../../ui/threads.ts';
import { searchHref } from './address.ts';
import { CountTable } from './count-table.tsx';
import { countByMonth, type Months, monthsTo } from './counts.ts';

interface MonthLinesProps {
  rows: readonly LogRow[];
  query: Query;
  priorities: readonly SeenPriority[];
  facet: Facet;
}

/** So many months are drawn at least, so that one month is not as wide as the page. */
const fewest = 12;

const inWords = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthWords = (month: string) => inWords.format(new Date(`${month}-01T00:00:00Z`));
const count = new Intl.NumberFormat('en-GB');

/** When evidence reached the log: a line of months for each priority, and the same as a table. */
export function MonthLines({ rows, query, priorities, facet }: MonthLinesProps) {
  const counts = useMemo(() => countByMonth(rows, facet), [rows, facet]);
  const { months, of } = counts;
  const drawn = { ...counts, months: monthsTo(months.at(-1) ?? '', Math.max(fewest, months.length)) };
  const most = Math.max(
    1,
    ...[...priorities.map(({ id }) => id), none].flatMap((value) => months.map((month) => of(value, month))),
  );
  const sum = (value: string) => months.reduce((all, month) => all + of(value, month), 0);
  const shown = priorities.filter(({ id }) => sum(id) > 0);
  const href = (month: string, value: string) =>
    searchHref(narrowed(narrowed(narrowed(query, 'from', month), 'to', month), facet.name, value));
  const columns = [
    ...shown.map((one) => ({
      value: one.id,
      label: (
        <>
          <ThreadMark thread={one} /> {one.title}
        </>
      ),
    })),
    ...(sum(none) > 0 ? [{ value: none, label: 'No priority' }] : []),
  ];
  return (
    <section class="stack" aria-labelledby="months-title">
      <h2 id="months-title">When it came</h2>
      <ul class="months">
        {shown.map((one) => (
          <li key={one.id} class={threadClass(one.thread)}>
            <span>
              <ThreadMark thread={one} /> {one.title}
            </span>
            <Bars counts={drawn} value={one.id} most={most} name={one.title} />
          </li>
        ))}
        {sum(none) > 0 && (
          <li>
            <span>No priority</span>
            <Bars counts={drawn} value={none} most={most} name="No priority" />
          </li>
        )}
      </ul>
      <p class="months-ends soft small" aria-hidden="true">
        <span>{monthWords(drawn.months[0] ?? '')}</span>
        <span>{monthWords(drawn.months.at(-1) ?? '')}</span>
      </p>
      <p class="soft small">The tallest month has {count.format(most)}.</p>
      <Disclosure summary="The same as a table">
        <CountTable
          title="Evidence by month"
          corner="Month"
          lines={months.toReversed().map((month) => ({ value: month, label: monthWords(month) }))}
          columns={columns}
          of={(month, value) => of(value, month)}
          total={counts.total}
          href={href}
          totalHref={(month) => searchHref(narrowed(narrowed(query, 'from', month), 'to', month))}
        />
      </Disclosure>
    </section>
  );
}

interface BarsProps {
  counts: Months;
  value: string;
  most: number;
  name: string;
}

/** A bar for each month, all of them to one scale. What it shows is also said, and stands in the table. */
function Bars({ counts, value, most, name }: BarsProps) {
  const { months, of } = counts;
  const all = months.map((month) => of(value, month));
  const sum = all.reduce((a, b) => a + b, 0);
  const tallest = all.indexOf(Math.max(...all));
  const said = `${name}: ${count.format(sum)} from ${monthWords(months[0] ?? '')} to ${monthWords(
    months.at(-1) ?? '',
  )}, most in ${monthWords(months[tallest] ?? '')} (${count.format(all[tallest] ?? 0)})`;
  return (
    <svg viewBox={`0 0 ${months.length * 10} 40`} preserveAspectRatio="none" role="img" aria-label={said}>
      <line class="months-ground" x1={0} x2={months.length * 10} y1={39.5} y2={39.5} />
      {all.map((n, i) => {
        // What is there is seen, however little.
        const height = n === 0 ? 0 : Math.max(2, (n / most) * 38);
        return <rect key={months[i]} class="months-bar" x={i * 10 + 1} y={39 - height} width={8} height={height} />;
      })}
    </svg>
  );
}
