import { type Query, quotable, type Term } from '../../../shared/evidence/query.ts';
import { wordsOf } from '../words.ts';
import type { Facet, Value } from './facets.ts';

/**
 * The values that somebody means who typed this: the value itself, what is called so, or whatever has a word that
 * begins so. Empty where nothing is called anything like it.
 */
export function valuesMeant({ values }: Pick<Facet, 'values'>, typed: string): string[] {
  const exact = typed.toLowerCase();
  const asked = wordsOf(typed).trimEnd();
  const of = (fits: (one: Value) => boolean) => [...new Set(values.filter(fits).map(({ value }) => value))];
  const meant = of(({ value }) => value === exact);
  if (meant.length > 0 || asked.trim() === '') return meant;
  const called = of(({ label }) => wordsOf(label).trimEnd() === asked);
  return called.length > 0 ? called : of(({ label }) => wordsOf(label).includes(asked));
}

const mapped = (query: Query, facets: readonly Facet[], change: (value: string, facet: Facet) => string): Term[] =>
  query.map((term) => {
    const facet = term.is === 'named' ? facets.find(({ name }) => name === term.name) : undefined;
    return term.is === 'named' && facet ? { ...term, value: quotable(change(term.value, facet)) } : term;
  });

/** A query to be kept or sent: what has an id is named by it, so that it means the same when the name is another. */
export const pinned = (query: Query, facets: readonly Facet[]): Term[] =>
  mapped(query, facets, (typed, facet) => {
    const meant = valuesMeant(facet, typed);
    return meant.length === 1 ? (meant[0] ?? typed) : typed;
  });

/** A query to be read: what is named by its id is named as people do. */
export const readable = (query: Query, facets: readonly Facet[]): Term[] =>
  mapped(query, facets, (value, { values }) => values.find((one) => one.value === value)?.label ?? value);
