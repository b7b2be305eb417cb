import type { PageSource } from '../../../shared/evidence/page-source.ts';
import type { Passage } from '../../../shared/evidence/quote-passage.ts';
import { readPageText } from '../capture/page-text.ts';
import { pageBody } from '../capture/unclobbered.ts';
import { gradeQuotes } from './grade-quotes.ts';
import { recognise } from './recognise.ts';

/** In a page: what it is, and where its grades stand. It reads the page and changes nothing in it. */
export function tellPage(): { source: PageSource; quotes: Passage[][] } {
  const source = recognise(location.href, document);
  const { grades = [] } = source;
  const body = grades.length > 0 ? pageBody() : null;
  return { source, quotes: body ? gradeQuotes(readPageText(body).text, grades) : grades.map(() => []) };
}
