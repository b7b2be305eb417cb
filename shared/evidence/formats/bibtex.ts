import type { Source } from '../evidence.ts';
import { namesIn } from './citation.ts';
import { dayOf } from './day-words.ts';
import { accountLines, type Writer } from './taken.ts';
import { type Work, worksWriter } from './works.ts';

/** What BibTeX gives a meaning of its own, and how it is written to mean itself. */
const special: { [character: string]: string } = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

const tex = (text: string) =>
  text.replace(/[\\{}$&%#_~^]/g, (one) => special[one] ?? one).replace(/\s*[\r\n]+\s*/g, '\n    ');

/** Addresses are written as they are, but for what would end the field. */
const verbatim = (text: string) => text.replace(/[{}\\]/g, (one) => encodeURIComponent(one));

/** The type of an entry, by what its source is. */
function typeOf({ kind, doi }: Source): string {
  if (kind === 'research' && doi) return 'article';
  if (kind === 'research' || kind === 'ofsted-report' || kind === 'guidance' || kind === 'eef') return 'techreport';
  if (kind === 'news') return 'article';
  return doi ? 'article' : 'misc';
}

function* reference({ cite, source, read, notes, tags }: Work): Generator<string> {
  const { title, url, doi, published, site, publisher, kind } = source;
  const [year, month] = published?.split('-') ?? [];
  const type = typeOf(source);
  const names = namesIn(source.author).map((name) =>
    'literal' in name ? `{${tex(name.literal)}}` : `${tex(name.family)}, ${tex(name.given)}`,
  );
  const fields: [string, string | undefined][] = [
    ['title', tex(title || url)],
    ['author', names.join(' and ')],
    ['year', year],
    ['month', month && String(Number(month))],
    ['journal', type === 'article' ? tex(site || publisher || '') : ''],
    ['institution', type === 'techreport' ? tex(publisher || site || '') : ''],
    ['publisher', type === 'techreport' ? '' : tex(publisher ?? '')],
    ['howpublished', type === 'misc' && kind !== 'news' ? tex(site ?? '') : ''],
    ['doi', doi && verbatim(doi)],
    ['url', verbatim(url)],
    ['urldate', dayOf(read)],
    ['keywords', tex(tags.join(', '))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  yield `@${type}{${cite},\n${lines.join(',\n')}`;
  for (const [i, note] of notes.entries()) yield `${i === 0 ? ',\n  note = {' : '\n    '}${tex(note)}`;
  yield `${notes.length > 0 ? '}' : ''}\n}\n\n`;
}

/** Sources with what was taken from them, as BibTeX in UTF-8. What stands outside of entries is a comment. */
export const bibtexWriter = (): Writer =>
  worksWriter({
    reference,
    before: (account) =>
      `${accountLines(account)
        .map((one) => `% ${one.replaceAll('@', '(at)')}\n`)
        .join('')}\n`,
  });
