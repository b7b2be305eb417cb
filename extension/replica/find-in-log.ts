import { asked, type LogFilter } from './log-filter.ts';
import type { LogNow } from './log-index.ts';
import { type LogRow, newestFirst, rowOf } from './log-rows.ts';
import { wordsAsked } from './words.ts';

interface Looking {
  filter: LogFilter;
  /** Entries that keep their place whatever is looked for: somebody is at work on them. */
  kept: ReadonlySet<string>;
  schoolsOf(member: string): readonly string[];
  /** Its tags as they stand now; without it, as its author gave them. */
  tagsOf?: TagsOf | undefined;
}

type TagsOf = (row: Pick<LogRow, 'id' | 'tags'>) => readonly string[];
const asGiven: TagsOf = ({ tags }) => tags;

/** The rows that are looked for, newest first. Rows whose words are not known yet are not found by words. */
export function findInLog({ rows, ahead }: LogNow, looking: Looking): LogRow[] {
  const fits = fitting(looking);
  const found = rows.filter((row) => !ahead.hidden.has(row.id) && fits(row));
  const more = ahead.records.map((record) => rowOf(record, true)).filter(fits);
  return more.length > 0 ? [...found, ...more].sort(newestFirst) : found;
}

function fitting({ filter, kept, schoolsOf, tagsOf = asGiven }: Looking): (row: LogRow) => boolean {
  const { school, person, tag, stance, priorities, withdrawn } = filter;
  const hasWords = wordsAsked(filter.words);
  // What was erased can be found by nothing, and is told of where nothing is looked for.
  const anything = !hasWords && asked({ ...filter, withdrawn: false }) === 0;
  const actsFor = new Map<string, boolean>();
  const isOfSchool = (by: string, id: string) => {
    const known = actsFor.get(by) ?? schoolsOf(by).includes(id);
    actsFor.set(by, known);
    return known;
  };
  return (row) => {
    if (kept.has(row.id)) return true;
    if (row.state === 'erased') return anything;
    if (row.state === 'withdrawn' && !withdrawn) return false;
    if (person && row.by !== person) return false;
    if (school && !isOfSchool(row.by, school)) return false;
    if (stance && row.stance !== stance) return false;
    if (tag && !tagsOf(row).includes(tag)) return false;
    if (priorities.length > 0 && !row.priorities.some((id) => priorities.includes(id))) return false;
    return !hasWords || (row.words !== undefined && hasWords(row.words));
  };
}

/** Tags in use, the commonest first. */
export function tagsInUse(rows: readonly LogRow[], tagsOf: TagsOf = asGiven): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const tag of tagsOf(row)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}
