import { findPeriod, parsePeriod } from '../../../shared/priorities/period.ts';

/** The period that a label is, in its canonical text: 'Academic year 2023/24' is `ay:2023`. `undefined` for any other. */
export const periodOf = (label: string | undefined): string | undefined => parsePeriod(label ?? '');

/** The one period that a page's sentences say its figures are 'for'. `undefined` where they say several. */
export function periodSaid(lines: readonly { text: string }[]): string | undefined {
  const said = new Set<string>();
  for (const { text } of lines) {
    const sentence = /\bfor the [^.]{0,20}\d{4}[^.]{0,20} (?:academic|financial) year\b/i.exec(text)?.[0];
    const period = sentence === undefined ? undefined : findPeriod(sentence);
    if (period) said.add(period);
  }
  const [only] = said;
  return said.size === 1 ? only : undefined;
}

/** The day that a line of text names, as a period; of an inspection of several days the first. */
export function dayOf(line: string | undefined): string | undefined {
  const period = findPeriod((line ?? '').slice(0, 400));
  return period?.startsWith('day:') ? period : undefined;
}
