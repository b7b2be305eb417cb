/** What several rounds came to. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (i: number) => sorted[i] ?? Number.NaN;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}

/**
 * Runs everything once a round, each round beginning with another, so that whatever slows the machine for a while
 * slows them all. The first round warms up and does not count.
 */
export async function interleave<T>(rounds: number, runs: readonly (() => Promise<T>)[]): Promise<T[][]> {
  const results: T[][] = runs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (let step = 0; step < runs.length; step++) {
      const i = (round + step) % runs.length;
      const result = await (runs[i] as () => Promise<T>)();
      if (round > 0) results[i]?.push(result);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r  round ${round} of ${rounds} `);
  }
  if (process.stderr.isTTY) process.stderr.write('\r                    \r');
  return results;
}

/** A number as people read it: three digits that matter, thousands set apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: Math.min(digits, 2) });
}

/** A spread in one cell: the median, then the least and the most. */
export const cell = (values: readonly number[]): string => {
  const { min, median, max } = spread(values);
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
};

/** Prints rows under their heads, as a table that a README can hold as it is. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  console.log([line(heads), line(rule), ...rows.map(line)].join('\n'));
}
