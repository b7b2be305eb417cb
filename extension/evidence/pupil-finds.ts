import { findPupilData, isNeverSaved, type PupilDataKind } from '../../shared/evidence/pupil-data.ts';
import { masked } from '../../shared/evidence/upns.ts';
import type { Draft } from '../replica/database.ts';

/** What a person wrote or clipped, as far as it is text. */
export type Texts = Partial<
  Pick<Draft, 'passages' | 'note' | 'tags' | 'tag' | 'source' | 'link' | 'image' | 'pasted' | 'table'>
>;

/** Something that looks like data about a pupil, with a few words from around it. */
export interface Find {
  /** The same for the same words, wherever they stand. */
  key: string;
  kind: PupilDataKind;
  before: string;
  words: string;
  after: string;
}

/** So much is shown around it. */
const around = 32;

/** What looks like data about a pupil, but for what its author has said is none. */
export function findsIn(texts: Texts, kept: readonly string[] = []): Find[] {
  const found = new Map<string, Find>();
  mapTexts(texts, (text) => {
    for (const { kind, start, end } of findPupilData(text)) {
      const words = text.slice(start, end);
      const key = keyOf(kind, words);
      if (isNeverSaved({ kind }) || kept.includes(key) || found.has(key)) continue;
      const before = text.slice(Math.max(0, start - around), start);
      const after = text.slice(end, end + around);
      found.set(key, { key, kind, words, before, after });
    }
    return text;
  });
  return [...found.values()];
}

const keyOf = (kind: PupilDataKind, words: string) => `${kind} ${words}`;

/** The same texts with these finds put out of sight. */
export const withoutFinds = <T extends Texts>(texts: T, finds: readonly Find[]): T => {
  const keys = new Set(finds.map(({ key }) => key));
  return mapTexts(texts, (text) =>
    masked(
      text,
      findPupilData(text).filter(({ kind, start, end }) => keys.has(keyOf(kind, text.slice(start, end)))),
    ),
  );
};

/** The same with each text changed. A row of a table is one text: a name and a date tell something together. */
function mapTexts<T extends Texts>(texts: T, change: (text: string) => string): T {
  const { passages, note, tags, tag, source, link, image, pasted, table } = texts;
  const row = (cells: string[]) => change(cells.join('\t')).split('\t');
  return {
    ...texts,
    ...(passages && { passages: passages.map((one) => ({ ...one, exact: change(one.exact) })) }),
    ...(note !== undefined && { note: change(note) }),
    ...(tags && { tags: tags.map(change) }),
    ...(tag !== undefined && { tag: change(tag) }),
    ...(source && { source: { ...source, title: change(source.title) } }),
    ...(link && { link: { ...link, text: change(link.text) } }),
    ...(image && { image: { ...image, alt: change(image.alt) } }),
    ...(pasted && { pasted: { ...pasted, title: change(pasted.title), words: change(pasted.words) } }),
    ...(table && {
      table: { caption: change(table.caption), columns: row(table.columns), rows: table.rows.map(row) },
    }),
  };
}
