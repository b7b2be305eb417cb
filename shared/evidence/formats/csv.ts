import type { Evidence } from '../evidence.ts';
import { dayOf, keptWords, type Taken, type Writer } from './taken.ts';

/** The columns of a table of evidence, in order. Their heads are read back by `Bring in`. */
export const csvHeads = [
  ...['Id', 'Saved', 'By', 'Schools', 'Kind', 'Quote', 'Note', 'Stance', 'Priorities', 'Tags'],
  ...['Title', 'Address', 'Author', 'Published', 'Site', 'Publisher', 'DOI', 'URN', 'Licence', 'Seen', 'Withdrawn'],
] as const;

/** What a spreadsheet takes for a formula, wherever it came from (OWASP, 'CSV Injection'). */
const formula = /^[=+\-@\t\r]/;

/**
 * A cell as RFC 4180 writes it. What a spreadsheet would run is given an apostrophe, which it shows as text; a plain
 * number keeps its sign.
 */
export function csvCell(text: string): string {
  const tame = formula.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) || /^\s|\s$/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** A cell as it was before `csvCell` made it safe. */
export const untamed = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;

/** Evidence as a table for spreadsheets: RFC 4180, with the mark at its beginning by which Excel knows UTF-8. */
export function csvWriter(): Writer {
  return {
    add: ({ id, evidence, by, schools, priorities }) => line(cellsOf(id, evidence, by, schools, priorities)),
    end: () => ({ before: `\ufeff${line(csvHeads)}`, after: [] }),
  };
}

function cellsOf(
  id: string,
  evidence: Evidence,
  by: string,
  schools: Taken['schools'],
  priorities: Taken['priorities'],
): string[] {
  const { at, what, note, stance, tags, source, link, seen, withdrawn } = evidence;
  const quote = keptWords(evidence).join('\n\n');
  return [
    ...[id, new Date(at).toISOString(), by, schools.join('; '), what ?? (quote ? 'quote' : 'note')],
    ...[quote || (link?.text ?? ''), note, stance ?? '', priorities.join('; '), tags.join('; ')],
    ...[source?.title ?? '', link?.url ?? source?.url ?? '', source?.author ?? '', source?.published ?? ''],
    ...[source?.site ?? '', source?.publisher ?? '', source?.doi ?? '', source?.urn ?? '', source?.licence ?? ''],
    ...[seen ? `${seen.how} ${seen.on ?? ''}`.trim() : '', typeof withdrawn === 'number' ? dayOf(withdrawn) : ''],
  ];
}
