import type { Cycle, Verdict } from '../../../shared/cycles/cycle.ts';
import { stances } from '../../../shared/evidence/evidence.ts';
import { type SourceKind, sourceKinds } from '../../../shared/evidence/page-source.ts';
import type { FacetName } from '../../../shared/evidence/query.ts';
import { nameOfTag, type Tag, tagKey } from '../../../shared/evidence/tags.ts';
import type { Strength, Weighing } from '../../../shared/evidence/weighing.ts';
import { strands } from '../../../shared/priorities/priority.ts';
import type { Record } from '../../../shared/record.ts';
import type { LogRow } from '../log-rows.ts';

/** The value of an entry that has none. */
export const none = 'none';
// Told again here, and held to be all of them by their types: their modules bring actions along.
const verdicts = Object.keys({ adopt: 1, adapt: 1, abandon: 1 } satisfies { [one in Verdict]: 1 });
const strengths = Object.keys({ hint: 1, fair: 1, strong: 1 } satisfies { [one in Strength]: 1 });
/** The strength of what somebody has set aside. */
const aside = 'aside';
/** What a decision was recorded about. */
const decided = 'recorded';

/** A value of a facet and what people call it. A value may have several names: the first is the one to show. */
export interface Value {
  value: string;
  label: string;
}

/** What an entry is by itself, told in its row: what most facets go by. */
export type Attribute = 'by' | 'priorities' | 'tags' | 'stance' | 'source';

/** What entries can be told apart by. One more is one more of these, and its name in `shared/evidence/query.ts`. */
export interface Facet {
  name: FacetName;
  /** What of an entry tells what it has of it; nothing where that is told elsewhere. */
  by?: Attribute;
  /** The entries, by their ids, of which that does not tell all. */
  particular?: { has(id: string): boolean; readonly size: number };
  /** What an entry has of it: at least one value. */
  valuesOf(row: Pick<LogRow, 'id' | 'by' | 'priorities' | 'tags' | 'stance' | 'source' | 'wording'>): readonly string[];
  /** The values that people may mean, in the order in which they are offered. */
  values: readonly Value[];
}

/** What is known of the cluster, to name entries by. */
export interface Known {
  me: string | undefined;
  priorities: readonly { id: string; title: string }[];
  members: readonly { id: string; name: string; schools: readonly string[] }[];
  schools: readonly { id: string; name: string }[];
  codebook: readonly Record<Tag>[];
  cycles: readonly Record<Cycle>[];
  weighings: readonly Weighing[];
  /** Tags that weighings added, by the entry. */
  added?: ReadonlyMap<string, readonly string[]>;
  /** Evidence in what it is gathered in: a cycle's id, an activity's strand. */
  gathered: readonly { evidence: string; cycle?: string; strand?: string }[];
  /** The evidence that decisions are about. */
  decided: ReadonlySet<string>;
}

const nothing: readonly string[] = [none];
const orNone = (values: readonly string[] | undefined) => (values && values.length > 0 ? values : nothing);
/** The one value of an entry, in a list that is made once. */
const lists = new Map<string, readonly string[]>();
const only = (value: string | undefined): readonly string[] => {
  if (value === undefined) return nothing;
  const known = lists.get(value);
  if (known) return known;
  const list = [value];
  lists.set(value, list);
  return list;
};
const plain = (values: readonly string[]): Value[] => values.map((value) => ({ value, label: value }));
const noneToo = (values: readonly Value[]): Value[] => [...values, { value: none, label: none }];

/** Names of the kinds of source, as they are typed and read. */
export const kindWords: { readonly [kind in SourceKind]: string } = {
  'ofsted-report': 'Ofsted report',
  'ofsted-provider': 'Ofsted page',
  gias: 'GIAS',
  performance: 'performance',
  statistics: 'statistics',
  finance: 'finance',
  eef: 'EEF',
  guidance: 'guidance',
  research: 'research',
  news: 'news',
  other: 'other',
};

/** The facets of the log, over what the cluster is like now. `tags` are those in use, the commonest first. */
export function createFacets(known: Known, tags: readonly string[]): Facet[] {
  const { me, priorities, members, schools, cycles } = known;
  const schoolsOf = new Map(members.map(({ id, schools: theirs }) => [id, theirs]));
  const added = known.added ?? new Map<string, string[]>();
  const tag = tagsBy(known.codebook, [...new Set([...tags, ...[...added.values()].flat()])]);
  const weighed = weighedBy(known.weighings);
  const strandOf = grouped(
    known.gathered,
    ({ evidence }) => evidence,
    ({ strand }) => strand,
  );
  const cycleOf = grouped(
    known.gathered,
    ({ evidence }) => evidence,
    ({ cycle }) => cycle,
  );
  const verdictOf = new Map(
    cycles.flatMap(({ id, body }): [string, Verdict][] => (body?.closed ? [[id, body.closed.verdict]] : [])),
  );
  const called = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return [
    {
      name: 'priority',
      by: 'priorities',
      valuesOf: (row) => orNone(row.priorities),
      values: noneToo(priorities.map(({ id, title }) => ({ value: id, label: title }))),
    },
    {
      name: 'tag',
      by: 'tags',
      particular: added,
      valuesOf: ({ id, tags: own }) => {
        const more = added.size > 0 ? added.get(id) : undefined;
        if (own.length === 0 && !more) return nothing;
        return (more ? [...own, ...more] : own).map(tag.keyOf);
      },
      values: tag.values,
    },
    { name: 'stance', by: 'stance', valuesOf: (row) => only(row.stance), values: noneToo(plain(stances)) },
    {
      name: 'strength',
      particular: weighed,
      valuesOf: (row) => orNone(weighed.get(row.id)?.get(row.wording)),
      values: noneToo(plain([...strengths, aside])),
    },
    {
      name: 'by',
      by: 'by',
      valuesOf: (row) => only(row.by),
      values: [...members.map(called), ...(me ? [{ value: me, label: 'me' }] : [])],
    },
    {
      name: 'school',
      by: 'by',
      valuesOf: (row) => orNone(schoolsOf.get(row.by)),
      values: noneToo(schools.map(called)),
    },
    {
      name: 'kind',
      by: 'source',
      valuesOf: (row) => only(row.source),
      values: noneToo(sourceKinds.map((value) => ({ value, label: kindWords[value] }))),
    },
    {
      name: 'strand',
      particular: strandOf,
      valuesOf: (row) => orNone(strandOf.get(row.id)),
      values: noneToo(plain(strands)),
    },
    {
      name: 'cycle',
      particular: cycleOf,
      valuesOf: (row) => orNone(cycleOf.get(row.id)),
      values: noneToo(cycles.map(({ id, body }) => ({ value: id, label: body?.question ?? id }))),
    },
    {
      name: 'decision',
      particular: {
        has: (id) => known.decided.has(id) || cycleOf.has(id),
        size: known.decided.size + cycleOf.size,
      },
      valuesOf: ({ id }) => {
        const verdictsOn = (cycleOf.get(id) ?? []).flatMap((cycle) => verdictOf.get(cycle) ?? []);
        return orNone(known.decided.has(id) ? [...verdictsOn, decided] : verdictsOn);
      },
      values: noneToo(plain([...verdicts, decided])),
    },
  ];
}

/** How each entry was weighed, by its wordings. */
function weighedBy(weighings: readonly Weighing[]): Map<string, Map<number, string[]>> {
  const byEntry = new Map<string, Map<number, string[]>>();
  for (const { evidence, wording, relevant, strength } of weighings) {
    const value = relevant ? strength : aside;
    if (value === undefined) continue;
    const wordings = byEntry.get(evidence) ?? new Map<number, string[]>();
    byEntry.set(evidence, wordings);
    const values = wordings.get(wording) ?? [];
    if (!values.includes(value)) values.push(value);
    wordings.set(wording, values);
  }
  return byEntry;
}

/** What each of some has, by key, each value once. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string, valueFrom: (one: T) => string | undefined) {
  const values = new Map<string, string[]>();
  for (const one of all) {
    const value = valueFrom(one);
    if (value === undefined) continue;
    const key = keyOf(one);
    const known = values.get(key);
    if (!known) values.set(key, [value]);
    else if (!known.includes(value)) known.push(value);
  }
  return values;
}

/** Tags by what they are called now: renames and merges of the codebook are followed, capitals and gaps are not told apart. */
function tagsBy(codebook: readonly Record<Tag>[], tags: readonly string[]) {
  const keys = new Map<string, string>();
  const keyOf = (tag: string): string => {
    const known = keys.get(tag) ?? tagKey(nameOfTag(codebook, tag));
    keys.set(tag, known);
    return known;
  };
  const labels = new Map<string, string>();
  const others: Value[] = [];
  for (const tag of tags) {
    const key = keyOf(tag);
    if (!labels.has(key)) labels.set(key, nameOfTag(codebook, tag));
    if (tagKey(tag) !== key) others.push({ value: key, label: tag });
  }
  const values = noneToo([...labels].map(([value, label]) => ({ value, label })));
  return { keyOf, values: [...values, ...others] };
}
