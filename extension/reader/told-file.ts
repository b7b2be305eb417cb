import type { OnPage } from '../../shared/evidence/evidence.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { passageAt } from '../page/pdf/places.ts';
import { gradeQuotes } from '../page/recognise/grade-quotes.ts';
import type { Known } from './known.ts';

/** A passage longer than this is a section, not one thing to improve. */
const longest = 2_000;

/** What the file is, as a page tells it: by what it says, wherever it is kept. */
export function toldFile({ reading, page, inspection, fingerprint }: Known): ToldPage {
  const placed = ({ start, end }: { start: number; end: number }): (Passage & OnPage)[] => {
    const passage = passageAt(reading, start, end);
    return passage ? [passage] : [];
  };
  const quotes = gradeQuotes(reading.text, page.grades ?? []).map((passages) => passages.flatMap(placed));
  const improve = (inspection?.improve ?? []).flatMap(placed).filter(({ exact }) => exact.length <= longest);
  return { source: page, quotes, file: { fingerprint, improve } };
}
