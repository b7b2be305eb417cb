import { type FacetName, facetNames, oneOnly, type Query, spanOf } from '../../../shared/evidence/query.ts';
import { stemOf } from '../../../shared/priorities/suggest-words.ts';
import type { LogRow } from '../log-rows.ts';
import { wordsOf } from '../words.ts';
import type { Facet } from './facets.ts';
import { valuesMeant } from './meaning.ts';

/** Something that is asked of an entry's words. */
export interface AskedText {
  /** One word in any form, the last one perhaps only begun; or several just so, one after another. */
  words: readonly string[];
  exact: boolean;
  begun: boolean;
  not: boolean;
}

/** That an entry has one of some values of a facet, or none of them. */
export interface AskedValue {
  facet: Facet;
  wanted: ReadonlySet<string>;
  not: boolean;
}

/** A query made ready: what is asked of words, of values, of the time, and whether withdrawn ones are meant too. */
export interface Asked {
  texts: readonly AskedText[];
  values: readonly AskedValue[];
  /** Milliseconds since 1970; the end is not in it. */
  from: number;
  to: number;
  withdrawn: boolean;
  /** By relevance; else newest first. */
  ranked: boolean;
  /** Nothing is asked: the whole log. */
  anything: boolean;
  /** What nothing is called by, as it was typed: nothing can be found. */
  unknown: readonly { name: FacetName; value: string }[];
}

const isFacet = (name: string): name is FacetName => (facetNames as readonly string[]).includes(name);

/** Reads a query against what is known of the cluster. */
export function readAsked(query: Query, facets: readonly Facet[]): Asked {
  const texts: AskedText[] = [];
  const unknown: Asked['unknown'][number][] = [];
  const values: AskedValue[] = [];
  /** Of what an entry has one of, any value that is asked for will do. */
  const alternatives = new Map<Facet, Set<string>>();
  let [from, to, withdrawn, newest] = [-Infinity, Infinity, false, false];
  for (const [i, term] of query.entries()) {
    const { not } = term;
    if (term.is === 'named') {
      if (term.value === '') continue;
      if (isFacet(term.name)) {
        const facet = facets.find(({ name }) => name === term.name);
        if (!facet) continue;
        const meant = valuesMeant(facet, term.value);
        if (meant.length === 0) unknown.push({ name: term.name, value: term.value });
        const group = oneOnly.has(term.name) && !not ? alternatives : undefined;
        const before = group?.get(facet);
        if (before) for (const value of meant) before.add(value);
        else {
          const wanted = new Set(meant);
          group?.set(facet, wanted);
          values.push({ facet, wanted, not });
        }
      } else if (term.name === 'from') from = Math.max(from, spanOf(term.value)?.from ?? from);
      else if (term.name === 'to') to = Math.min(to, spanOf(term.value)?.to ?? to);
      else if (term.name === 'with') withdrawn ||= term.value === 'withdrawn';
      else newest ||= term.value === 'newest';
      continue;
    }
    const words = wordsOf(term.text).trim().split(' ').filter(Boolean);
    if (words.length === 0) continue;
    const exact = term.is === 'phrase' || words.length > 1;
    texts.push({ words, exact, begun: !exact && !not && i === query.length - 1, not });
  }
  const anything = texts.length === 0 && values.length === 0 && from === -Infinity && to === Infinity;
  return {
    ...{ texts, values, from, to, withdrawn, unknown, anything },
    ranked: !newest && texts.some(({ not }) => !not),
  };
}

/** Whether an entry has what is asked of a facet. */
export function hasValue(row: LogRow, { facet, wanted, not }: AskedValue): boolean {
  for (const value of facet.valuesOf(row)) if (wanted.has(value)) return !not;
  return not;
}

/** Whether one entry is as asked, but for its words. */
export function rowFits(row: LogRow, { values, from, to, withdrawn, anything }: Asked): boolean {
  // What was erased can be found by nothing, and is told of where nothing is looked for.
  if (row.state === 'erased') return anything;
  if (row.state === 'withdrawn' && !withdrawn) return false;
  return row.at >= from && row.at < to && values.every((value) => hasValue(row, value));
}

/** Whether one entry's words are as asked, without any index: for the few that are not in it. */
export const wordsFit = (words: string, texts: readonly AskedText[]): boolean =>
  texts.every(({ words: asked, exact, begun, not }) => {
    if (exact) return words.includes(` ${asked.join(' ')} `) !== not;
    const [one = ''] = asked;
    const stem = stemOf(one);
    return words.split(' ').some((word) => stemOf(word) === stem || (begun && word.startsWith(one))) !== not;
  });
