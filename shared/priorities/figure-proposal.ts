import type { School } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import type { Figure } from './figure.ts';
import type { Missing as Absent } from './figure-missing.ts';
import type { Indicator } from './indicator.ts';
import type { Missing, Reading } from './reading.ts';

/** What a page tells of a figure, and where it stands. */
export type FigureSaid = Pick<Figure, 'row' | 'column' | 'text' | 'value' | 'unit' | 'beside'> & {
  around: readonly string[];
  url: string;
};

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
    ?.filter((word) => !common.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3})(?:ies|s)$/u, (end) => (end === 'ies' ? 'y' : ''))) ?? [];
const common = new Set(
  'the and for with from that this are all per cent percentage pupil pupils school schools'.split(' '),
);

const hostOf = (url: string) => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';

/** By which words of its headers a figure is known again: those of its columns, or of its row where they are years. */
export function headerKey({ row, column, url }: Pick<FigureSaid, 'row' | 'column' | 'url'>): string {
  const of = (headers: readonly string[]) => [...new Set(words(headers.join(' ')))].sort().join(' ');
  return `${hostOf(url)} ${of(column) || of(row)}`;
}

/**
 * The indicator that a figure most likely is of, or `undefined`: the one that the cluster chose before for the same
 * headers of the same site (`chosen`, by `headerKey`), else the one whose name the headers say best. A name counts by
 * how much of it is said, near the figure before around it; a caption alone says one only as a whole. A percentage is
 * never proposed for a count.
 */
export function proposeIndicator(
  said: FigureSaid,
  indicators: readonly Record<Indicator>[],
  chosen: ReadonlyMap<string, string> = new Map(),
): Record<Indicator> | undefined {
  const fitting = indicators.filter(({ body }) => body && !body.retired && mayBe(said.unit, body.unit));
  const before = chosen.get(headerKey(said));
  const again = fitting.find(({ id }) => id === before);
  if (again) return again;
  const near = new Set(words([...said.row, ...said.column].join(' ')));
  const far = new Set(words(said.around.join(' ')));
  const over = new Set(words(said.around[0] ?? ''));
  let best: { one: Record<Indicator>; score: number } | undefined;
  for (const one of fitting) {
    const name = [...new Set(words(one.body?.name ?? ''))];
    const nearby = name.filter((word) => near.has(word)).length;
    const score = (nearby + name.filter((word) => !near.has(word) && far.has(word)).length * 0.6) / name.length;
    const sourced = one.body?.source && hostOf(one.body.source.url) === hostOf(said.url) ? 0.1 : 0;
    // Heads that say only when and whose leave it to the caption: which has to say the whole name.
    const named = nearby > 0 || (name.length > 0 && name.every((word) => over.has(word)));
    if (named && score >= 0.5 && score + sourced > (best?.score ?? 0)) best = { one, score: score + sourced };
  }
  return best?.one;
}

/** Whether a figure in a page's unit can be one in an indicator's; where the page says none, it may be any. */
function mayBe(unit: Figure['unit'], of: Indicator['unit']): boolean {
  if (unit === 'percent') return of === 'percent';
  if (unit === 'pp' || unit === 'points' || unit === 'months') return of === 'points';
  if (unit === 'pupils') return of === 'count';
  return unit !== 'days' || of === 'days';
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** The school that a figure most likely is of: named by its row, by a URN in the address or nearby, or by the page. */
export function proposeSchool(said: FigureSaid, schools: readonly Record<School>[]): Record<School> | undefined {
  const named = (texts: readonly string[]) =>
    schools.find(({ body }) => body && texts.some((text) => ` ${plain(text)} `.includes(` ${plain(body.name)} `)));
  const numbered = (texts: readonly string[]) => {
    const urns = new Set(texts.flatMap((text) => text.match(/(?<!\d)1\d{5}(?!\d)/g) ?? []));
    return schools.find(({ body }) => body && [body.urn, ...(body.before ?? [])].some((urn) => urns.has(urn)));
  };
  const headers = [...said.row, ...said.column, ...(said.beside ? [said.beside] : [])];
  const own = numbered(headers) ?? named(headers);
  // A figure of all schools stands beside the one that the page is about.
  if (own || headers.some((header) => /\b(?:national(?:ly)?|england)\b/i.test(header))) return own;
  return numbered([said.url, ...said.around]) ?? named(said.around);
}

/** What stands in a reading for what stands on a page in place of a number; `undefined` where nothing is said. */
export function readingOf(missing: Absent | null): Missing | undefined {
  if (missing === null || missing === 'empty') return undefined;
  return ['suppressed', 'small', 'low', 'low-coverage'].includes(missing) ? 'suppressed' : 'not-produced';
}

/** What the cluster chose before, by `headerKey`: of readings that were taken from a table, the newest. */
export function chosenBefore(
  readings: readonly Record<Reading>[],
  tableOf: (evidence: string) => { url: string; columns: readonly string[]; rows: readonly string[][] } | undefined,
): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const { body } of readings) {
    const table = body?.evidence && !body.withdrawn ? tableOf(body.evidence) : undefined;
    if (!body || !table) continue;
    const [row = ''] = table.rows[0] ?? [];
    chosen.set(headerKey({ row: [row], column: table.columns.slice(1), url: table.url }), body.indicator);
  }
  return chosen;
}
