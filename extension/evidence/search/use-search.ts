import { useEffect, useMemo, useState } from 'preact/hooks';
import { parseQuery, type Query } from '../../../shared/evidence/query.ts';
import type { Database } from '../../replica/database.ts';
import { tagsInUse } from '../../replica/find-in-log.ts';
import type { LogNow } from '../../replica/log-index.ts';
import { createFacets, type Facet } from '../../replica/search/facets.ts';
import { readKnown } from '../../replica/search/known.ts';
import { createLogSearch, type Found, type LogSearch } from '../../replica/search/log-search.ts';
import { useReplica } from '../../ui/replica.ts';
import { useLive } from '../../ui/use-live.ts';
import { type Shared, useShared } from '../../ui/use-shared.ts';
import { useLogIndex } from '../use-log-index.ts';
import { useLine } from './use-line.ts';

/** A search of the log under way; each part `undefined` until it is known. */
export interface Search {
  line: string | undefined;
  setLine(line: string): void;
  query: Query;
  facets: readonly Facet[] | undefined;
  log: LogNow | undefined;
  found: Found | undefined;
  /** Tags in use, the commonest first. */
  tags: readonly string[];
  /** Somebody is about to look for words: they are read already. */
  prepare(): void;
}

/** One index of words for all who search at a time: it takes tens of megabytes. */
const searches: Shared<Database, LogSearch, object> = new WeakMap();
const nothingKept: ReadonlySet<string> = new Set();

/** Searches the log by what the page's address asks, or by what is typed. `view` is the place's own part of it. */
export function useSearch(kept = nothingKept, ...view: string[]): Search {
  const { db, view: replica } = useReplica();
  const known = useLive(() => readKnown(replica));
  const [wanted, setWanted] = useState(false);
  const { made: search, now: more } = useShared(searches, db, (tell, signal) =>
    createLogSearch({ tell: () => tell({}), failed: reportError, signal }),
  );
  const [asksWords, setAsksWords] = useState(false);
  const log = useLogIndex(asksWords || wanted, true);
  const tags = useMemo(() => {
    const added = [...(known?.added?.values() ?? [])].flat();
    return [...new Set([...tagsInUse(log?.rows ?? []), ...added])];
  }, [log, known]);
  const facets = useMemo(() => known && createFacets(known, tags), [known, tags.join('\n')]);
  const [line, setLine] = useLine(facets, ...view);
  const query = useMemo(() => parseQuery(line ?? ''), [line]);
  const asks = query.some(({ is }) => is !== 'named');
  useEffect(() => {
    if (asks) setAsksWords(true);
  }, [asks]);
  useEffect(() => {
    if (log) search?.take(log);
  }, [search, log]);
  const found = useMemo(
    () => (search && log && facets && line !== undefined ? search.find(log, { query, facets, kept }) : undefined),
    [search, log, more, facets, query, kept],
  );
  return { line, setLine, query, facets, log, found, tags, prepare: () => setWanted(true) };
}
