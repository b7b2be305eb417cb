import type { Source } from '../evidence.ts';
import { namesIn } from './citation.ts';
import { dayOf } from './day-words.ts';
import type { Writer } from './taken.ts';
import { type Work, worksWriter } from './works.ts';

/** The type of a reference, by what its source is. */
export function risType({ kind, doi }: Source): string {
  if (kind === 'research') return doi ? 'JOUR' : 'RPRT';
  if (kind === 'news') return 'NEWS';
  if (kind === 'statistics' || kind === 'performance' || kind === 'finance') return 'DATA';
  if (kind === 'ofsted-report' || kind === 'guidance' || kind === 'eef') return 'RPRT';
  return doi ? 'JOUR' : 'ELEC';
}

// A value is one line: what has several goes on in a further tag of the same name.
const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** A tag's line, as RIS writes it: two letters, two spaces, a hyphen, a space. */
const tag = (name: string, value: string | undefined) => (value ? `${name}  - ${oneLine(value)}\r\n` : '');

const date = (iso: string | undefined) => iso && [...iso.split('-'), '', ''].slice(0, 3).concat('').join('/');

function* reference({ cite, source, read, notes, tags }: Work): Generator<string> {
  const { title, url, doi, published, site, publisher, licence } = source;
  yield [
    tag('TY', risType(source)),
    tag('ID', cite),
    tag('TI', title || url),
    ...namesIn(source.author).map((name) =>
      tag('AU', 'literal' in name ? name.literal : `${name.family}, ${name.given}`),
    ),
    tag('PY', published?.slice(0, 4)),
    tag('DA', date(published)),
    tag('T2', site),
    tag('PB', publisher),
    tag('DO', doi),
    tag('UR', url),
    tag('Y2', date(dayOf(read))),
    tag('C1', licence),
    ...tags.map((one) => tag('KW', one)),
  ].join('');
  for (const note of notes) yield tag('N1', note);
  yield 'ER  - \r\n\r\n';
}

/** Sources with what was taken from them, as RIS, which every reference manager reads. It has no room for an account. */
export const risWriter = (): Writer => worksWriter({ reference });
