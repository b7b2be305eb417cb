import type { Passage } from '../quote.ts';
import { type Incoming, type Reading, sourceFrom, tagsFrom, whyNot } from './incoming.ts';
import { beginningOf } from './reference.ts';

type Fields = { [field: string]: unknown };

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const placeOf = (value: unknown): number => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 0);

/** A passage of what is kept by hypothes.is as W3C selectors; `undefined` where an annotation is of a whole page. */
function passageOf(row: Fields): Passage | undefined {
  const selectors = listOf(fieldsOf(listOf(row.target)[0])?.selector)
    .map(fieldsOf)
    .filter((one) => one !== undefined);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const exact = textOf(quote?.exact);
  if (!exact) return undefined;
  const place = selectors.find(({ type }) => type === 'TextPositionSelector');
  const [prefix, suffix] = [textOf(quote?.prefix).slice(-200), textOf(quote?.suffix).slice(0, 200)];
  return { exact, prefix, suffix, start: placeOf(place?.start), end: placeOf(place?.end) };
}

/** Whether a file is what the API of hypothes.is answers with: `{total, rows}`, or only its rows. */
export const isHypothesis = (file: unknown): boolean =>
  rowsOf(file).some((row) => {
    const fields = fieldsOf(row);
    return typeof fields?.uri === 'string' && Array.isArray(fields.target);
  });

const rowsOf = (file: unknown): unknown[] => listOf(fieldsOf(file)?.rows ?? file);

function entryOf(row: Fields, at: number): Incoming | string {
  if (listOf(row.references).length > 0) return 'It is a reply to another annotation. Replies are not brought in.';
  const source = sourceFrom({ url: textOf(row.uri), title: textOf(listOf(fieldsOf(row.document)?.title)[0]) });
  if (!source) return 'Its address is not one of the web.';
  const passage = passageOf(row);
  const note = textOf(row.text).trim();
  const made = Date.parse(textOf(row.created));
  const body = {
    what: passage ? ('quote' as const) : ('page' as const),
    passages: passage ? [passage] : [],
    source,
    note,
    tags: tagsFrom(listOf(row.tags)),
    priorities: [],
  };
  const id = textOf(row.id);
  return { at, body, ...(id && { own: `hypothesis:${id}` }), ...(Number.isFinite(made) && { made }) };
}

/** Reads annotations as the API of hypothes.is gives them (`GET /api/search`, version 1). */
export function readHypothesis(file: unknown): Reading {
  const reading: Reading = { entries: [], unread: [], counts: 'item' };
  for (const [i, one] of rowsOf(file).entries()) {
    const row = fieldsOf(one);
    const entry = row ? entryOf(row, i + 1) : 'It is no annotation.';
    const why = typeof entry === 'string' ? entry : whyNot(entry.body);
    const what = beginningOf(
      (row && (passageOf(row)?.exact || textOf(row.text) || textOf(row.uri))) || 'An annotation',
    );
    if (why !== undefined) reading.unread.push({ at: i + 1, what, why });
    else if (typeof entry !== 'string') reading.entries.push(entry);
  }
  return reading;
}
