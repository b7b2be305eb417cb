import type { School } from '../../shared/cluster/schools.ts';
import type { Record } from '../../shared/record.ts';

/** The school that a header means: `sure` by its URN or whole name, else by likeness, for a person to look at. */
export interface Matched {
  school: string;
  sure: boolean;
}

/** Words that many schools have in their names: alone they tell none of them. */
const common = new Set(
  (
    'the school schools primary secondary academy academies junior infant infants and nursery first middle high ' +
    'community college of church england ce cofe rc catholic roman va vc voluntary aided controlled st saint ' +
    'foundation trust'
  ).split(' '),
);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’.]/g, '')
    .match(/[a-z0-9]+/g) ?? [];

/** Pairs of letters of a word, its ends included: few differ where a word was mistyped. */
const pairsOf = (word: string): string[] =>
  Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2));

/** How alike two names are, from 0 to 1: the words that tell a school count three times as much as common ones. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const weigh = (word: string) => (common.has(word) ? 1 : 3);
  const closest = (word: string, words: readonly string[]) =>
    Math.max(
      0,
      ...words.map((against) => {
        if (word === against) return 1;
        const [a, b] = [pairsOf(word), pairsOf(against)];
        const shared = a.filter((pair) => b.includes(pair)).length;
        const alike = (2 * shared) / (a.length + b.length);
        return alike >= 0.6 ? alike : 0;
      }),
    );
  const part = (words: readonly string[], against: readonly string[]) => {
    const all = words.reduce((sum, word) => sum + weigh(word), 0);
    return all === 0 ? 0 : words.reduce((sum, word) => sum + weigh(word) * closest(word, against), 0) / all;
  };
  // What is said must be in the name; a name may well be longer than what is said.
  return 0.75 * part(one, other) + 0.25 * part(other, one);
}

/** Which school a header of a column means. `undefined` where none is like it, or two are about as like. */
export function matchSchool(header: string, schools: readonly Record<School>[]): Matched | undefined {
  const urn = /\b1\d{5}\b/.exec(header)?.[0];
  if (urn) {
    const has = schools.find(({ body }) => body && [body.urn, ...(body.before ?? [])].includes(urn));
    if (has) return { school: has.id, sure: true };
  }
  const said = wordsOf(header.replace(/\b1\d{5}\b|\burn\b/gi, ''));
  if (said.length === 0) return undefined;
  const ranked = schools
    .map(({ id, body }) => {
      const name = wordsOf(body?.name ?? '');
      return { id, alike: name.join(' ') === said.join(' ') ? 2 : likeness(said, name) };
    })
    .sort((a, b) => b.alike - a.alike);
  const [best, next] = ranked;
  if (!best || best.alike < 0.6 || best.alike - (next?.alike ?? 0) < 0.1) return undefined;
  return { school: best.id, sure: best.alike === 2 };
}
