import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { Response, unansweredOf } from '../../shared/evidence/response.ts';
import { Weighing, weighingsByPiece } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import type { Replica } from '../replica/replica.ts';
import { useReplica } from '../ui/replica.ts';

/** What was made of the pieces of the log. */
export interface WeighedNow {
  byPiece: ReadonlyMap<string, readonly Record<Weighing>[]>;
  /** How many responses a piece has, and how many of them nobody has answered. */
  responses: ReadonlyMap<string, { all: number; open: number }>;
}

interface Store {
  now: WeighedNow | undefined;
  listeners: Set<(now: WeighedNow) => void>;
  watching?: { unsubscribe(): void } | undefined;
}

/** One reading for all rows of a list, however many there are. */
const stores = new WeakMap<Replica['view'], Store>();

async function read(view: Replica['view']): Promise<WeighedNow> {
  const { weighings, responses } = await view.lists({ weighings: Weighing, responses: Response });
  const counts = new Map<string, { all: number; open: number }>();
  const open = new Set(unansweredOf(responses).map(({ id }) => id));
  for (const { id, body } of responses) {
    if (!body) continue;
    const before = counts.get(body.to.id) ?? { all: 0, open: 0 };
    counts.set(body.to.id, { all: before.all + 1, open: before.open + (open.has(id) ? 1 : 0) });
  }
  return { byPiece: weighingsByPiece(weighings), responses: counts };
}

/** What was made of the pieces of the log, live; `undefined` until it is read. */
export function useWeighedNow(): WeighedNow | undefined {
  const { view } = useReplica();
  const [now, setNow] = useState(stores.get(view)?.now);
  useEffect(() => {
    const store = stores.get(view) ?? { now: undefined, listeners: new Set() };
    stores.set(view, store);
    store.listeners.add(setNow);
    if (store.now) setNow(store.now);
    store.watching ??= liveQuery(() => read(view)).subscribe({
      next(value) {
        store.now = value;
        for (const tell of store.listeners) tell(value);
      },
      error: (error) => reportError(error),
    });
    return () => {
      store.listeners.delete(setNow);
      if (store.listeners.size > 0) return;
      store.watching?.unsubscribe();
      store.watching = undefined;
      store.now = undefined;
    };
  }, [view]);
  return now;
}
