import { useMemo, useState } from 'preact/hooks';
import type { Stance } from '../../../shared/evidence/evidence.ts';
import { asksAnything, narrowed, type Query } from '../../../shared/evidence/query.ts';
import type { Strand } from '../../../shared/priorities/priority.ts';
import { strandWords } from '../../priorities/priority-words.ts';
import { type SeenPriority, usePriorities } from '../../priorities/use-priorities.ts';
import type { LogRow } from '../../replica/log-rows.ts';
import { type Facet, none } from '../../replica/search/facets.ts';
import { pinned } from '../../replica/search/meaning.ts';
import { Button } from '../../ui/button.tsx';
import { hrefTo } from '../../ui/route.ts';
import { ThreadMark } from '../../ui/thread-mark.tsx';
import { stanceWords } from '../stance-words.ts';
import { searchHref } from './address.ts';
import { CountTable, type Line } from './count-table.tsx';
import { countBy } from './counts.ts';
import { MonthLines } from './month-lines.tsx';
import './see.css';
import { useSearch } from './use-search.ts';

const count = new Intl.NumberFormat('en-GB');
/** So many tags are shown at first. */
const few = 12;

/** What the log looks like as a whole, or what is found by a search: counts that open what they count, and a time line. */
export function SeeSection() {
  const { query, facets, log, found } = useSearch(undefined, 'see');
  const priorities = usePriorities();
  if (!facets || !log || !found || !priorities) return null;
  if (!found.whole) return <p class="soft">Reading the log…</p>;
  const asked = pinned(query, facets);
  const active = asksAnything(query);
  const { length } = found.rows.filter(({ state }) => state !== 'erased');
  return (
    <div class="stack wide">
      <div class="row">
        <span>{active ? `${count.format(length)} found` : `${count.format(length)} in the log`}</span>
        <a href={searchHref(asked)}>{active ? 'Read them' : 'Read the log'}</a>
        {active && <a href={searchHref([], 'see')}>All of the log</a>}
      </div>
      {length === 0 ? (
        <p class="soft">There is nothing to count yet.</p>
      ) : (
        <Tables rows={found.rows} query={asked} facets={facets} priorities={priorities} />
      )}
    </div>
  );
}

interface TablesProps {
  rows: readonly LogRow[];
  query: Query;
  facets: readonly Facet[];
  priorities: readonly SeenPriority[];
}

const stanceHead = (value: string) => stanceWords[value as Stance] ?? 'No stance';
const strandHead = (value: string) => strandWords[value as Strand]?.name ?? 'Not from an activity';

function Tables({ rows, query, facets, priorities }: TablesProps) {
  const [all, setAll] = useState(false);
  const of = (name: Facet['name']) => facets.find((facet) => facet.name === name) as Facet;
  const [priority, tag, stance, strand] = [of('priority'), of('tag'), of('stance'), of('strand')];
  const counts = useMemo(
    () => ({
      stances: countBy(rows, priority, stance),
      strands: countBy(rows, priority, strand),
      tags: countBy(rows, tag, stance),
      anyStrand: rows.some((row) => strand.valuesOf(row)[0] !== none),
    }),
    [rows, facets],
  );
  const threads: Line[] = [
    ...priorities.map((one) => ({
      value: one.id,
      label: (
        <>
          <ThreadMark thread={one} /> {one.title}
        </>
      ),
    })),
    { value: none, label: 'No priority' },
  ].filter(({ value }) => counts.stances.total(value) > 0);
  const labels = new Map([...tag.values].reverse().map(({ value, label }) => [value, label]));
  const tags: Line[] = [...labels]
    .map(([value, label]) => ({ value, label: value === none ? 'No tag' : label }))
    .filter(({ value }) => counts.tags.total(value) > 0)
    .sort(
      (a, b) =>
        Number(a.value === none) - Number(b.value === none) || counts.tags.total(b.value) - counts.tags.total(a.value),
    );
  const values = (facet: Facet, head: (value: string) => string): Line[] =>
    facet.values.map(({ value }) => ({ value, label: head(value) }));
  const hrefOf = (a: Facet, b: Facet | undefined) => (x: string, y: string) => {
    const one = narrowed(query, a.name, x);
    return searchHref(b ? narrowed(one, b.name, y) : one);
  };
  const shared = {
    corner: 'Priority',
    lines: threads,
    total: counts.stances.total,
    totalHref: (x: string) => hrefOf(priority, undefined)(x, ''),
  };
  return (
    <>
      <MonthLines rows={rows} query={query} priorities={priorities} facet={priority} />
      <CountTable
        {...shared}
        title="Priorities and stance"
        columns={values(stance, stanceHead)}
        of={counts.stances.of}
        href={hrefOf(priority, stance)}
      />
      {counts.anyStrand && (
        <CountTable
          {...shared}
          title="Priorities and strands"
          columns={values(strand, strandHead)}
          of={counts.strands.of}
          href={hrefOf(priority, strand)}
        />
      )}
      <CountTable
        title="Tags and stance"
        corner="Tag"
        lines={all ? tags : tags.slice(0, few)}
        columns={values(stance, stanceHead)}
        of={counts.tags.of}
        total={counts.tags.total}
        href={hrefOf(tag, stance)}
        totalHref={(x) => hrefOf(tag, undefined)(x, '')}
      />
      {tags.length > few && !all && (
        <div class="row">
          <Button onPress={() => setAll(true)}>{`Show all ${tags.length}`}</Button>
        </div>
      )}
      <p>
        <a href={hrefTo('review', 'codebook')}>What the tags mean</a>
      </p>
      <p class="soft small">An entry with two priorities, or two tags, counts under both.</p>
    </>
  );
}
