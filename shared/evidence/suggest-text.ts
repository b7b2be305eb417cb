import type { Evidence } from './evidence.ts';

/** As much of an entry as is read to tell what it bears on. In characters. */
const most = 4000;

type Words = Pick<Evidence, 'passages' | 'note'> & Partial<Pick<Evidence, 'source' | 'link' | 'image'>>;

/** The words by which it is told what an entry or a card bears on: what was read, and what its reader makes of it. */
export function suggestText({ passages, note, source, link, image }: Words): string {
  const read = passages.map(({ exact }) => exact);
  // Of a page, a link or a picture, its name is all that there is.
  const named = read.length > 0 ? [] : [source?.title, link?.text, image?.alt];
  return [note, ...read, ...named].filter(Boolean).join('\n').slice(0, most);
}
