import { useEffect, useRef, useState } from 'preact/hooks';
import { doiOfKey } from '../../shared/evidence/page-key.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { anchorNumber } from '../platform/anchors.ts';
import { type Beside, followPage, lookAgain } from '../platform/beside.ts';
import type { PlaceState } from '../platform/messages.ts';
import { getMeta } from '../replica/database.ts';
import type { Entry } from '../replica/entries.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useRecognised } from './use-recognised.ts';

/** An entry of the page beside the panel. */
export interface EntryHere {
  entry: Entry;
  /** Its number on that page. */
  n: number;
  /** What the page holds of it; `undefined` until it has told. */
  state: PlaceState | undefined;
}

interface ThisPage {
  beside: Beside | undefined;
  /** What it is. */
  page: ToldPage | undefined;
  here: EntryHere[] | undefined;
}

/** The page beside the panel, and what is in the log of it. Each `undefined` until it is known. */
export function useThisPage(): ThisPage {
  const { db, view } = useReplica();
  const [beside, setBeside] = useState<Beside>();
  const look = useRef<() => void>(undefined);
  useEffect(() => {
    const ending = new AbortController();
    look.current = followPage(setBeside, ending.signal);
    return () => ending.abort();
  }, []);
  // Whoever pressed the button opened the page to us.
  const pressed = useLive(() => getMeta(db, 'capture').then((captured) => captured?.at ?? 0));
  useEffect(() => {
    if (pressed) look.current?.();
  }, [pressed]);

  const page = useRecognised(beside);
  // What the page says that it is, where its address says something else.
  const own = page?.source.key;
  const frames = [...(beside?.frames.values() ?? [])];
  const urls = [...new Set([...(beside?.url ? [beside.url] : []), ...frames.map(({ url }) => url)])];
  const fingerprint = beside?.inReader?.fingerprint;
  const found = useLive(async () => {
    const known = (url: string) => view.onPage(url, url === beside?.url ? own : undefined, fingerprint);
    return Promise.all(urls.map(async (url) => ({ url, entries: await known(url) })));
  }, [urls.join('\n'), own, fingerprint]);

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
    if (tab !== undefined && changes !== undefined) void lookAgain(tab, own && doiOfKey(own));
  }, [tab, changes, own]);
  return { beside, page, here: once };
}
