import type { Source } from '../evidence.ts';
import { namesIn } from './citation.ts';
import { dayOf } from './day-words.ts';
import type { Writer } from './taken.ts';
import { type Work, worksWriter } from './works.ts';

/** The type of an item (CSL 1.0.2, 'Item types'), by what its source is. */
function typeOf({ kind, doi }: Source): string {
  if (kind === 'research') return doi ? 'article-journal' : 'report';
  if (kind === 'news') return 'article-newspaper';
  if (kind === 'statistics' || kind === 'performance' || kind === 'finance') return 'dataset';
  if (kind === 'ofsted-report' || kind === 'guidance' || kind === 'eef') return 'report';
  return doi ? 'article-journal' : 'webpage';
}

const dateOf = (iso: string) => ({ 'date-parts': [iso.split('-').map(Number)] });

/** An item but for its notes. */
function item({ cite, source, read, tags }: Work): object {
  const { title, url, doi, published, site, publisher } = source;
  const author = namesIn(source.author);
  return {
    id: cite,
    type: typeOf(source),
    title: title || url,
    ...(author.length > 0 && { author }),
    ...(published && { issued: dateOf(published) }),
    ...(site && { 'container-title': site }),
    ...(publisher && { publisher }),
    ...(doi && { DOI: doi }),
    URL: url,
    accessed: dateOf(dayOf(read)),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
  };
}

/** A text as it stands within quotation marks in JSON. */
const inner = (text: string) => JSON.stringify(text).slice(1, -1);

/** Sources with what was taken from them, as CSL-JSON: an array of items, with no room for an account. */
export const cslWriter = (): Writer =>
  worksWriter({
    *reference(work, index) {
      yield `${index === 0 ? '' : ','}\n${JSON.stringify(item(work)).slice(0, -1)}`;
      for (const [i, note] of work.notes.entries()) yield `${i === 0 ? ',"note":"' : '\\n\\n'}${inner(note)}`;
      yield work.notes.length > 0 ? '"}' : '}';
    },
    before: () => '[',
    after: '\n]\n',
  });
