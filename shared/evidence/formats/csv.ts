import { dayOf } from './day-words.ts';
import { inThreads, responseLine, strengthLabel, weighingLine } from './made.ts';
import { keptWords, type Taken, type Writer } from './taken.ts';

/** The columns of a piece by itself, in order. Their heads are read back by `Bring in`. */
export const pieceHeads = [
  ...['Id', 'Saved', 'By', 'Schools', 'Kind', 'Quote', 'Note', 'Stance', 'Priorities', 'Tags'],
  ...['Title', 'Address', 'Author', 'Published', 'Site', 'Publisher', 'DOI', 'URN', 'Licence', 'Seen', 'Withdrawn'],
] as const;

/** All columns of a table of evidence: after a piece what a group made of it. */
export const csvHeads = [
  ...pieceHeads,
  ...(['Strength', 'Weighed', 'So what', 'Responses', 'Gathered in', 'Decided'] as const),
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
    add: (entry) => line([...cellsOf(entry), ...madeCells(entry)]),
    end: () => ({ before: `\ufeff${line(csvHeads)}`, after: [] }),
  };
}

function cellsOf({ id, evidence, by, schools, priorities }: Taken): string[] {
  const { at, what, note, stance, tags, source, link, seen, withdrawn } = evidence;
  // Some spreadsheets drop the tabs between the cells of a table that was clipped.
  const quote = keptWords(evidence).join('\n\n').replaceAll('\t', ' | ');
  return [
    ...[id, new Date(at).toISOString(), by, schools.join('; '), what ?? (quote ? 'quote' : 'note')],
    ...[quote || (link?.text ?? ''), note, stance ?? '', priorities.join('; '), tags.join('; ')],
    ...[source?.title ?? '', link?.url ?? source?.url ?? '', source?.author ?? '', source?.published ?? ''],
    ...[source?.site ?? '', source?.publisher ?? '', source?.doi ?? '', source?.urn ?? '', source?.licence ?? ''],
    ...[seen ? `${seen.how} ${seen.on ?? ''}`.trim() : '', typeof withdrawn === 'number' ? dayOf(withdrawn) : ''],
  ];
}

/** What a group made of a piece. Where several weighed it, each is named: differences are shown, not averaged. */
function madeCells({ made }: Taken): string[] {
  const { weighings = [], responses = [], gathered = [], decided = [] } = made ?? {};
  const strengths = weighings.flatMap(({ by, strength }) => (strength ? [{ by, label: strengthLabel[strength] }] : []));
  const [first] = strengths;
  const differ = strengths.some(({ label }) => label !== first?.label);
  return [
    differ ? strengths.map(({ by, label }) => `${label} (${by})`).join('; ') : (first?.label ?? ''),
    weighings.map((one) => weighingLine({ ...one, soWhat: undefined })).join('\n'),
    weighings.flatMap(({ by, soWhat }) => (soWhat ? [`${by}: ${soWhat}`] : [])).join('\n'),
    inThreads(responses).map(responseLine).join('\n'),
    gathered.join('\n'),
    decided.join('\n'),
  ];
}
