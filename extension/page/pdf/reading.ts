import { inReadingOrder } from './columns.ts';
import { type Line, linesOf, type PdfPage, wordsOf } from './items.ts';
import { createJoin, lookOf, rowsOf, vocabulary } from './join.ts';
import { runningOf } from './running.ts';

/** Characters of the reading text that came from one item. */
export interface Piece {
  /** Where it begins in the reading text, and its length there. */
  at: number;
  length: number;
  page: number;
  item: number;
  /** Where it begins in the item, and its length there: the same, but where a ligature stands for its letters. */
  from: number;
  size: number;
}

/** Where a page stands in the reading text. */
export interface PagePlace {
  start: number;
  end: number;
  /** The number that is printed on it, or that the file gives it. */
  label?: string;
  /** Nothing of it can be read: a scan, a picture, or an empty page. */
  wordless: boolean;
}

/** A document's text as a person reads it, with a map back to what the file draws. */
export interface Reading {
  text: string;
  pieces: Piece[];
  pages: PagePlace[];
}

/**
 * Reads a document: words cut by the end of a line whole again, ligatures as their letters, columns one after the
 * other, running heads and feet and page numbers left out, paragraphs on lines of their own.
 */
export function readPdf(pages: readonly PdfPage[]): Reading {
  const lines = pages.map((page, number) => linesOf(page, number));
  const running = runningOf(pages, lines);
  const kept = lines.map((ofPage) => inReadingOrder(ofPage.filter((line) => !running.lines.has(line))));
  const join = createJoin(vocabulary(kept.flat()));
  const rows = rowsOf(kept.flat());
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const places: PagePlace[] = [];
  let length = 0;
  let before: Line | undefined;
  for (const [number, ofPage] of kept.entries()) {
    const look = lookOf(ofPage);
    const start = length;
    for (const line of ofPage) {
      const said = sayLine(line);
      if (said.text === '') continue;
      const seam = before && join(before, line, look, rows);
      if (seam?.dropsHyphen) {
        parts.push((parts.pop() ?? '').slice(0, -1));
        length--;
        const last = pieces.at(-1);
        if (last) {
          last.length--;
          last.size--;
        }
      }
      if (seam) {
        parts.push(seam.between);
        length += seam.between.length;
      }
      for (const piece of said.pieces) pieces.push({ ...piece, at: piece.at + length });
      parts.push(said.text);
      length += said.text.length;
      before = line;
    }
    const label = pages[number]?.label || running.printed.get(number);
    const wordless = lines[number]?.every((line) => wordsOf(line) === '' || running.lines.has(line)) ?? true;
    places.push({ start: Math.min(start, length), end: length, ...(label && { label }), wordless });
  }
  return { text: parts.join(''), pieces: pieces.filter(({ length: some }) => some > 0), pages: places };
}

/**
 * Spaces; what is there for the printer only; ligatures (Alphabetic Presentation Forms); signs of a font's own, which
 * before a line are bullets.
 */
const parted =
  /(\s+)|([\u00ad\u200b-\u200d\u2060\ufeff\0]+)|([\ufb00-\ufb06])|([\ue000-\uf8ff])|[^\s\u00ad\u200b-\u200d\u2060\ufeff\0\ufb00-\ufb06\ue000-\uf8ff]+/g;

/** A line's text, and its pieces within it. */
function sayLine({ runs, page }: Line): { text: string; pieces: Piece[] } {
  let text = '';
  const pieces: Piece[] = [];
  for (const { str, item, spaced } of runs) {
    if (spaced && text !== '' && !text.endsWith(' ')) text += ' ';
    for (const { 0: run, 1: blank, 2: unseen, 3: ligature, 4: dot, index } of str.matchAll(parted)) {
      if (unseen || (blank && (text === '' || text.endsWith(' ')))) continue;
      const kept = blank
        ? ' '
        : ligature
          ? run.normalize('NFKC')
          : dot && (text === '' || /[\uf06e\uf0a7\uf0b7]/.test(dot))
            ? '•'
            : run;
      const last = pieces.at(-1);
      const plain = kept.length === run.length || Boolean(blank);
      const follows =
        last?.item === item &&
        last.length === last.size &&
        last.from + last.size === index &&
        kept.length === run.length;
      if (follows && last.at + last.length === text.length) {
        last.length += kept.length;
        last.size += kept.length;
      } else {
        pieces.push({
          at: text.length,
          length: kept.length,
          page,
          item,
          from: index,
          size: plain ? kept.length : run.length,
        });
      }
      text += kept;
    }
  }
  const trimmed = text.trimEnd();
  const last = pieces.at(-1);
  if (last && last.at + last.length > trimmed.length) {
    const cut = last.at + last.length - trimmed.length;
    last.length -= cut;
    last.size -= cut;
  }
  return { text: trimmed, pieces };
}
