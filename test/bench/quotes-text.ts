import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/run-process.ts';

/** A random number generator that gives the same for the same seed (mulberry32). */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)] as (typeof list)[number] };
}

/** A text of which quotes are taken: its blocks, one a line, and its words. */
export interface Prose {
  name: string;
  text: string;
  words: string[];
}

export const proseOf = (name: string, text: string): Prose => ({
  name,
  text,
  words: [...new Set(text.match(/[\p{L}]{2,}/gu) ?? [])],
});

/** The texts in test/fixtures/prose/, by name. */
export function readProse(): Prose[] {
  const folder = join(root, 'test/fixtures/prose');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => proseOf(file.slice(0, -4), readFileSync(join(folder, file), 'utf8').trimEnd()));
}

/** Changes so many of a text's words: most are replaced by others of the page, some taken out, some put in. */
export function editWords(text: string, count: number, words: readonly string[], chance: Chance): string {
  const parts = text.split(/(\s+)/);
  const places = parts.flatMap((part, i) => (/\S/.test(part) ? [i] : []));
  for (let n = 0; n < count && places.length > 0; n++) {
    const [place] = places.splice(chance.below(places.length), 1) as [number];
    const kind = chance.next();
    const part = parts[place] ?? '';
    // A rewritten text keeps nothing of the words that are counted.
    if (kind < 0.65 || count > parts.length / 4)
      parts[place] = part.replace(count > parts.length / 4 ? /[\p{L}\p{N}]+/gu : /[\p{L}\p{N}]+/u, () =>
        chance.pick(words),
      );
    else if (kind < 0.8) parts[place] = '';
    else parts[place] = `${chance.pick(words)} ${part}`;
  }
  return parts.join('').replace(/ {2,}/g, ' ');
}

const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Changes a share of a text's words, one at least. */
export const editShare = (text: string, share: number, words: readonly string[], chance: Chance): string =>
  editWords(text, Math.max(1, Math.round(wordCount(text) * share)), words, chance);

/** Sets a text anew: other quotation marks, hyphens, spaces and line breaks, soft hyphens and ligatures. */
export function setAnew(text: string, chance: Chance): string {
  const mark = (a: string, b: string) => (chance.next() < 0.5 ? a : b);
  return text
    .replace(/(^|[\s(])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
    .replace(/\.\.\./g, '…')
    .replace(/(\w)-(\w)/g, (_, a, b) => `${a}${mark('‑', '-\n')}${b}`)
    .replace(/ - /g, () => mark(' – ', '—'))
    .replace(/ffi|fi|fl/g, (letters) => ({ ffi: 'ﬃ', fi: 'ﬁ', fl: 'ﬂ' })[letters] ?? letters)
    .replace(/\p{L}{9,}/gu, (word) => (chance.next() < 0.3 ? `${word.slice(0, 4)}\u00ad${word.slice(4)}` : word))
    .replace(/ /g, () => (chance.next() < 0.2 ? chance.pick(['\u00a0', '\n', '  ', '\u2009']) : ' '));
}

/** A sentence of words of a page. */
export function sentenceOf(words: readonly string[], chance: Chance, length = 8 + chance.below(10)): string {
  const picked = Array.from({ length }, () => chance.pick(words).toLowerCase()).join(' ');
  return `${picked.charAt(0).toUpperCase()}${picked.slice(1)}.`;
}
