import { stances } from '../../../shared/evidence/evidence.ts';
import { sourceKinds } from '../../../shared/evidence/page-source.ts';
import type { FacetName, Query, Term } from '../../../shared/evidence/query.ts';
import { quotable } from '../../../shared/evidence/query.ts';
import { tagKey } from '../../../shared/evidence/tags.ts';
import type { LogRow } from '../log-rows.ts';
import { wordsOf } from '../words.ts';

/** The value of an entry that has none. */
export const none = 'none';

/** A value of a facet and what people call it. */
export interface Value {
  value: string;
  label: string;
}

/** What entries can be told apart by. One more is one more of these, and its name in `shared/evidence/query.ts`. */
export interface Facet {
  name: FacetName;
  /** What an entry has of it: at least one value. */
  valuesOf(row: LogRow): readonly string[];
  /** The values that people may mean, in the order in which they are offered. */
  values: readonly Value[];
}

/** What is known of the cluster, to name things by. */
export interface Named {
  me: string | undefined;
  priorities: readonly { id: string; title: string }[];
  members: readonly { id: string; name: string; schools: readonly string[] }[];
  schools: readonly { id: string; name: string }[];
  /** Tags in use, the commonest first. */
  tags: readonly string[];
  kindWords: { readonly [kind in (typeof sourceKinds)[number]]: string };
}

const noneOf = (label: string): Value => ({ value: none, label });
const nothing = [none];
const orNone = (values: readonly string[]) => (values.length > 0 ? values : nothing);

/** The facets of the log, over what the cluster is like now. */
export function createFacets({ me, priorities, members, schools, tags, kindWords }: Named): Facet[] {
  const schoolsOf = new Map(members.map((member) => [member.id, orNone(member.schools)]));
  const keys = new Map<string, string>();
  const keyOf = (tag: string) => {
    const known = keys.get(tag) ?? tagKey(tag);
    keys.set(tag, known);
    return known;
  };
  const spelt = new Map<string, string>();
  for (const tag of tags) if (!spelt.has(keyOf(tag))) spelt.set(keyOf(tag), tag);
  const author = members.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      name: 'priority',
      valuesOf: (row) => orNone(row.priorities),
      values: [...priorities.map(({ id, title }) => ({ value: id, label: title })), noneOf('none')],
    },
    {
      name: 'tag',
      valuesOf: (row) => (row.tags.length > 0 ? row.tags.map(keyOf) : nothing),
      values: [...[...spelt].map(([value, label]) => ({ value, label })), noneOf('none')],
    },
    {
      name: 'stance',
      valuesOf: (row) => (row.stance ? [row.stance] : nothing),
      values: [...stances.map((value) => ({ value, label: value })), noneOf('none')],
    },
    {
      name: 'by',
      valuesOf: (row) => [row.by],
      values: [...(me ? [{ value: me, label: 'me' }] : []), ...author],
    },
    {
      name: 'school',
      valuesOf: (row) => schoolsOf.get(row.by) ?? nothing,
      values: [...schools.map(({ id, name }) => ({ value: id, label: name })), noneOf('none')],
    },
    {
      name: 'kind',
      valuesOf: (row) => (row.source ? [row.source] : nothing),
      values: [...sourceKinds.map((value) => ({ value, label: kindWords[value] })), noneOf('none')],
    },
  ];
}

/**
 * The values that somebody means who typed this: the value itself, what is called so, or whatever has a word that
 * begins so. Empty where nothing is called anything like it.
 */
export function valuesMeant({ values }: Facet, typed: string): string[] {
  const exact = typed.toLowerCase();
  const asked = wordsOf(typed).trimEnd();
  const of = (fits: (one: Value) => boolean) => values.filter(fits).map(({ value }) => value);
  const meant = of(({ value }) => value === exact);
  if (meant.length > 0) return meant;
  if (asked.trim() === '') return [];
  const called = of(({ label }) => wordsOf(label).trimEnd() === asked);
  return called.length > 0 ? called : of(({ label }) => wordsOf(label).includes(asked));
}

const mapped = (query: Query, facets: readonly Facet[], change: (value: string, facet: Facet) => string): Term[] =>
  query.map((term) => {
    const facet = term.is === 'named' ? facets.find(({ name }) => name === term.name) : undefined;
    return term.is === 'named' && facet ? { ...term, value: change(term.value, facet) } : term;
  });

/** A query to be kept or sent: what has an id is named by it, so that it means the same when the name is another. */
export const pinned = (query: Query, facets: readonly Facet[]): Term[] =>
  mapped(query, facets, (typed, facet) => {
    const meant = valuesMeant(facet, typed);
    return meant.length === 1 ? quotable(meant[0] ?? typed) : typed;
  });

/** A query to be read: what is named by its id is named as people do. */
export const readable = (query: Query, facets: readonly Facet[]): Term[] =>
  mapped(query, facets, (value, { values }) => {
    // A name of one's own before 'me', which is somebody else for whoever reads it.
    const known = values.findLast((one) => one.value === value);
    return known ? quotable(known.label) : value;
  });
