import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A value and how it is shown. */
export interface Line {
  value: string;
  label: ComponentChildren;
}

interface CountTableProps {
  title: string;
  /** What its lines are. */
  corner: string;
  lines: readonly Line[];
  columns: readonly Line[];
  of(line: string, column: string): number;
  total(line: string): number;
  /** Where what is counted can be read. */
  href(line: string, column: string): string;
  totalHref(line: string): string;
}

const count = new Intl.NumberFormat('en-GB');

/** A count, which opens what it counts; nothing is no link. */
export const Count = ({ n, href }: { n: number; href: string }) =>
  n > 0 ? <a href={href}>{count.format(n)}</a> : <span class="soft">0</span>;

/** A table of counts. Where it is wider than its place it scrolls within it. */
export function CountTable({ title, corner, lines, columns, of, total, href, totalHref }: CountTableProps) {
  const id = useId();
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="count-table" tabIndex={0} aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map(({ value, label }) => (
                <th key={value} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ value, label }) => (
              <tr key={value}>
                <th scope="row">{label}</th>
                {columns.map((column) => (
                  <td key={column.value}>
                    <Count n={of(value, column.value)} href={href(value, column.value)} />
                  </td>
                ))}
                <td>
                  <Count n={total(value)} href={totalHref(value)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
