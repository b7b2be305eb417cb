import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LogRow } from '../replica/log-rows.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useWindow } from '../ui/use-window.ts';
import { EntryView } from './entry.tsx';
import { EntryFoot } from './entry-foot.tsx';
import './log-list.css';
import type { News } from './news.ts';

/** So many rows are in one list: browsers lay nothing out beyond some 17 million pixels. The others are a press away. */
const most = 20_000;

interface LogListProps {
  rows: readonly LogRow[];
  /** Whether these are all; if not, nobody knows yet how many there are. */
  whole: boolean;
  /** What came since the person last looked: a line stands between it and what was there before. */
  news?: News;
  /** The entry to go to; again with each new one of these. */
  jump?: { to: string };
}

/** Entries of the log, newest first, of which only those near what is seen are in the document. */
export function LogList({ rows, whole, news, jump }: LogListProps) {
  const { view } = useReplica();
  const box = useRef<HTMLOListElement>(null);
  const [page, setPage] = useState(0);
  const start = page * most < rows.length ? page * most : 0;
  const keys = useMemo(() => rows.slice(start, start + most).map(({ id }) => id), [rows, start]);
  const { shown, after, sizeOf, goTo } = useWindow(keys, box);
  const ids = shown.map(({ key }) => key);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  const go = (i: number) => {
    const row = rows[i];
    if (!row) return;
    setPage(Math.floor(i / most));
    goTo(row.id);
  };
  useEffect(() => {
    if (jump) go(rows.findIndex(({ id }) => id === jump.to));
  }, [jump]);
  return (
    <>
      {start > 0 && (
        <div class="row">
          <Button onPress={() => go(start - 1)}>Show newer</Button>
        </div>
      )}
      <ol class="log-list" ref={box}>
        {shown.map(({ i, key, gap }) => {
          // Missing for the moment that it takes to read it; its place is kept.
          const entry = entries?.get(key);
          return (
            <li
              key={key}
              data-key={key}
              aria-posinset={start + i + 1}
              aria-setsize={whole ? rows.length : -1}
              style={{ '--gap': gap > 0 ? `${gap}px` : null }}
            >
              <div class="log-row" style={{ height: entry ? null : `${sizeOf(key)}px` }}>
                {news && start + i === news.boundary && (
                  <p class="log-boundary small">
                    <span>
                      <span aria-hidden="true">↑ </span>
                      {news.words}
                      <span class="unseen">, above</span>
                    </span>
                  </p>
                )}
                {entry && <EntryView entry={entry} foot={<EntryFoot entry={entry} />} />}
              </div>
            </li>
          );
        })}
      </ol>
      {after > 0 && <div aria-hidden="true" style={{ height: `${after}px` }} />}
      {start + most < rows.length && (
        <div class="row">
          <Button onPress={() => go(start + most)}>Show older</Button>
        </div>
      )}
    </>
  );
}
