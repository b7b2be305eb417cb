import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { LogRow } from '../replica/log-rows.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useWindow } from '../ui/use-window.ts';
import { EntryView } from './entry.tsx';
import { EntryFoot } from './entry-foot.tsx';
import './log-list.css';
import type { News } from './news.ts';

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
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { shown, after, sizeOf, goTo } = useWindow(keys, box);
  const ids = shown.map(({ key }) => key);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  useEffect(() => {
    if (jump) goTo(jump.to);
  }, [jump]);
  return (
    <>
      <ol class="log-list" ref={box}>
        {shown.map(({ i, key, gap }) => {
          // Missing for the moment that it takes to read it; its place is kept.
          const entry = entries?.get(key);
          return (
            <li
              key={key}
              data-key={key}
              aria-posinset={i + 1}
              aria-setsize={whole ? rows.length : -1}
              style={{ '--gap': gap > 0 ? `${gap}px` : null }}
            >
              <div class="log-row" style={{ height: entry ? null : `${sizeOf(key)}px` }}>
                {news && i === news.boundary && (
                  <p class="log-boundary small">
                    <span>{news.words} above</span>
                  </p>
                )}
                {entry && <EntryView entry={entry} foot={<EntryFoot entry={entry} />} />}
              </div>
            </li>
          );
        })}
      </ol>
      {after > 0 && <div aria-hidden="true" style={{ height: `${after}px` }} />}
    </>
  );
}
