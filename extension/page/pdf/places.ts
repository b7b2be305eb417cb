import { describe, type Passage } from '../../../shared/evidence/quote.ts';
import type { Piece, Reading } from './reading.ts';

/** A point in what a file draws: before a character of an item of a page (all from 0). */
export interface Spot {
  page: number;
  item: number;
  char: number;
}

/** A passage with the page that it begins on, from 1, and what is printed there. */
export interface PdfPassage extends Passage {
  page: number;
  label?: string;
}

/** Between two stretches that are read as one there is at most a seam. */
const seam = 1;

/**
 * The passages between two points of what is drawn: as a rule one; more where what is selected is not read together,
 * such as a stretch across two columns. What runs through the pages is not among them.
 */
export function passagesBetween(reading: Reading, from: Spot, to: Spot): PdfPassage[] {
  const stretches: { start: number; end: number }[] = [];
  for (const piece of reading.pieces) {
    const stretch = within(piece, from, to);
    const last = stretches.at(-1);
    if (!stretch) continue;
    if (last && stretch.start - last.end <= seam) last.end = stretch.end;
    else stretches.push(stretch);
  }
  return stretches.flatMap(({ start, end }) => passageAt(reading, start, end) ?? []);
}

/** The passage of a stretch of the reading text, without spaces at its ends; `undefined` where nothing else is in it. */
export function passageAt({ text, pages }: Reading, from: number, to: number): PdfPassage | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end <= start) return undefined;
  const index = pages.findIndex((page) => start < page.end);
  const label = pages[index]?.label;
  return { ...describe(text, start, end), page: index + 1, ...(label && { label }) };
}

/** The stretch of a piece that stands between two points, in the reading text. */
function within(piece: Piece, from: Spot, to: Spot): { start: number; end: number } | undefined {
  const { at, length, size } = piece;
  const low = charIn(piece, from, 0);
  const high = charIn(piece, to, size);
  if (low === undefined || high === undefined || low >= high) return undefined;
  // A ligature is taken whole.
  return length === size ? { start: at + low, end: at + high } : { start: at, end: at + length };
}

/** Where a point falls in a piece: `undefined` where that keeps the piece out altogether. */
function charIn({ page, item, from, size }: Piece, spot: Spot, open: number): number | undefined {
  const far = page - spot.page || item - spot.item;
  const isStart = open === 0;
  if (far !== 0) return far > 0 === isStart ? open : undefined;
  return Math.min(size, Math.max(0, spot.char - from));
}

/** A stretch of one item. */
export interface Stretch {
  page: number;
  item: number;
  from: number;
  to: number;
}

/** What of the items a stretch of the reading text came from. */
export function stretchesOf({ pieces }: Reading, start: number, end: number): Stretch[] {
  let low = 0;
  let high = pieces.length;
  // The first piece that ends after the start.
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, length } = pieces[middle] as Piece;
    if (at + length <= start) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let i = low; i < pieces.length; i++) {
    const { at, length, size, page, item, from } = pieces[i] as Piece;
    if (at >= end) break;
    const exact = length === size;
    const first = exact ? Math.max(0, start - at) : 0;
    const last = exact ? Math.min(length, end - at) : size;
    const before = found.at(-1);
    if (before?.page === page && before.item === item && before.to === from + first) before.to = from + last;
    else found.push({ page, item, from: from + first, to: from + last });
  }
  return found;
}
