import { useEffect, useState } from 'preact/hooks';
import { anchorNumber } from '../platform/anchors.ts';
import { type Beside, followPage, lookAgain } from '../platform/beside.ts';
import type { PlaceState } from '../platform/messages.ts';
import type { Entry } from '../replica/entries.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** An entry of the page beside the panel. */
export interface EntryHere {
  entry: Entry;
  /** Its number on that page. */
  n: number;
  /** What the page holds of it; `undefined` until it has told. */
  state: PlaceState | undefined;
}

/** The page beside the panel, and what is in the log of it. Both `undefined` until they are known. */
export function useThisPage(): { beside: Beside | undefined; here: EntryHere[] | undefined } {
  const { view } = useReplica();
  const [beside, setBeside] = useState<Beside>();
  useEffect(() => {
    const ending = new AbortController();
    followPage(setBeside, ending.signal);
    return () => ending.abort();
  }, []);

  const frames = [...(beside?.frames.values() ?? [])];
  const urls = [...new Set([...(beside?.url ? [beside.url] : []), ...frames.map(({ url }) => url)])];
  const found = useLive(
    async () => (await Promise.all(urls.map(async (url) => ({ url, entries: await view.onPage(url) })))).flat(),
    [urls.join('\n')],
  );

  const states = new Map(frames.flatMap(({ states }) => [...states]));
  const here = found?.flatMap(({ url, entries }) =>
    entries.map((entry) => {
      const n = anchorNumber(url, entry.record.id);
      return { entry, n, state: states.get(n) };
    }),
  );
  // By its number: two addresses of one page have the same entries.
  const once = here && [...new Map(here.map((one) => [one.n, one])).values()];

  // What changed here or came from a colleague is shown in the page too.
  const tab = beside?.tab;
  const changes = once?.map(({ n, entry }) => `${n} ${entry.record.body?.priorities.join()}`).join('\n');
  useEffect(() => {
    if (tab !== undefined && changes !== undefined) void lookAgain(tab);
  }, [tab, changes]);
  return { beside, here: once };
}
