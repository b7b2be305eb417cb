import { liveQuery } from 'dexie';
import { Page } from '../../shared/sync.ts';
import type { Client } from './client.ts';
import { type Database, getMeta, type Meta, type SeenProblem, setMeta } from './database.ts';
import { isFull } from './full.ts';
import { openLive } from './live.ts';
import { storePage } from './pages.ts';
import { afterProblem, push } from './push.ts';
import type { Sessions } from './session.ts';

interface Parts {
  db: Database;
  client: Client;
  sessions: Sessions;
  locks: Pick<LockManager, 'request'>;
  WebSocket: typeof WebSocket;
  now(): number;
}

/** What came of an exchange. */
type State = 'done' | 'offline' | 'closed';

/** Milliseconds to wait after the nth failure in a row: at first almost at once, at most a minute, never all together. */
const pause = (failures: number) => Math.min(60_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2);

/** All views of this device share one syncer at a time. */
const lock = 'goldthread-sync';

/** Keeps base and outbox in step with the Worker. Nothing depends on its memory: it may end at any moment. */
export function createSync({ db, client, sessions, locks, WebSocket, now }: Parts) {
  const note = async <K extends 'reach' | 'closed'>(key: K, value: Meta[K]) => {
    if ((await getMeta(db, key)) !== value) await setMeta(db, key, value);
  };

  /** Fetches pages until there are no more. */
  const pull = async (signal?: AbortSignal): Promise<SeenProblem | undefined> => {
    for (;;) {
      const after = (await getMeta(db, 'cursor')) ?? 0;
      const page = await client.authorised('changes', Page, { body: { after }, ...(signal && { signal }) });
      if (!page.ok) return page.problem;
      // An older copy of the cluster was restored behind our back: begin again rather than miss its changes.
      if (page.value.seq < after) {
        const made = [db.records, db.taught, db.named];
        await db.transaction('rw', [...made, db.meta], () =>
          Promise.all([
            ...made.map((table) => table.clear()),
            db.meta.bulkDelete(['cursor', 'learned', 'named', 'logRows']),
          ]),
        );
        continue;
      }
      await storePage(db, page.value);
      const skew = page.value.time - now();
      // Small differences are the way of the request itself.
      if (Math.abs(skew - ((await getMeta(db, 'skew')) ?? 0)) > 5000) await setMeta(db, 'skew', skew);
      if (!page.value.more) return undefined;
    }
  };

  /** The server has shut the door. What is in hand or unsent stays until the person has seen it. */
  const shut = async (reason: NonNullable<Meta['closed']>) => {
    if (reason === 'revoked') await sessions.shut();
    await note('closed', reason);
  };

  /**
   * One exchange: everything waiting goes and, unless the live socket brings it anyway, everything new comes. `anew`
   * sends again what was held until one side is updated.
   */
  const exchange = async (
    { anew, pulling }: { anew: boolean; pulling: boolean },
    signal?: AbortSignal,
  ): Promise<State> => {
    if (!(await sessions.current())) return 'closed';
    const problem = (await push(db, client, anew, signal)) ?? (pulling ? await pull(signal) : undefined);
    if (signal?.aborted) return 'offline';
    if (!problem) {
      await note('reach', 'live');
      if (await getMeta(db, 'closed')) await db.meta.delete('closed');
      return 'done';
    }
    const next = afterProblem(problem);
    if (next === 'leave') await shut('revoked');
    if (next === 'update') await shut('update-needed');
    if (next === 'leave') return 'closed';
    await note('reach', 'offline');
    return 'offline';
  };

  const lead = async (signal: AbortSignal): Promise<void> => {
    const bell = createBell();
    let live: { close(): void } | undefined;
    let failures = 0;
    // Counted by themselves: where a filter lets no socket through, we ask now and then instead.
    let silences = 0;
    // Nothing is known of what happened while nobody listened.
    let anew = true;
    let behind = true;
    const close = () => {
      live?.close();
      live = undefined;
    };
    /** What a person does is tried at once, and patience begins anew: ten clips in a tunnel are no ten reasons to wait. */
    const wake = () => {
      failures = 0;
      bell.ring();
    };
    // Queries are asked anew for less than what they answer: that a group was sent is no reason to send it again.
    let before = '';
    const watch = liveQuery(async () =>
      JSON.stringify([
        await sessions.stored(),
        await getMeta(db, 'nudge'),
        await db.outbox.where({ state: 'waiting' }).primaryKeys(),
      ]),
    ).subscribe((now) => {
      if (now !== before) wake();
      before = now;
    });
    signal.addEventListener('abort', () => bell.ring(), { once: true });
    globalThis.addEventListener?.('online', wake, { signal });
    // Messages are taken one after the other; a gap is mended by the next exchange.
    let taking = Promise.resolve();
    const catchUp = () => {
      behind = true;
      bell.ring();
    };
    const take = async (page: Parameters<typeof storePage>[1] | undefined) => {
      if (!page || (await storePage(db, page)) === 'gap') catchUp();
    };
    /** The disk may be full, or fail for a while: that ends nothing here, and what is missing is fetched later. */
    const failed = (error: unknown): State => {
      if (!isFull(error)) console.error(error);
      return 'offline';
    };
    while (!signal.aborted) {
      const asked: Parameters<typeof exchange>[0] = { anew, pulling: behind || !live };
      // Both may be asked for again while this exchange is under way.
      [anew, behind] = [false, false];
      const state: State = await exchange(asked, signal).catch(failed);
      const session = state === 'done' ? await sessions.current() : undefined;
      anew ||= state !== 'done';
      behind ||= state !== 'done';
      failures = state === 'done' ? 0 : failures + 1;
      if (!session) close();
      else {
        live ??= openLive(WebSocket, session, {
          message(message) {
            taking = taking
              .then(async () => {
                if (message.type === 'hello') {
                  silences = 0;
                  if (message.seq > ((await getMeta(db, 'cursor')) ?? 0)) catchUp();
                } else await take(message.records && { ...message, records: message.records });
              })
              .catch((error: unknown) => {
                failed(error);
                catchUp();
              });
          },
          closed(reason) {
            live = undefined;
            silences++;
            // It may be a newer Worker that comes back.
            anew = true;
            if (reason === 'broken') bell.ring(pause(silences));
            else taking = taking.then(() => shut(reason)).then(() => bell.ring());
          },
        });
      }
      await bell.rung(state === 'offline' ? pause(failures) : undefined);
    }
    close();
    watch.unsubscribe();
  };

  return {
    /** Stays in step until the signal is given, as soon as no other view does. */
    async run(signal: AbortSignal): Promise<void> {
      await locks
        .request(lock, { signal }, () => lead(signal))
        .catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
    },
    /** Tries at once, in whichever view syncs. */
    nudge: (): Promise<void> => setMeta(db, 'nudge', now()),
    /** One exchange, unless another view is in step already. */
    async once(signal?: AbortSignal): Promise<State | 'busy'> {
      return locks.request(lock, { ifAvailable: true }, (held) =>
        held ? exchange({ anew: true, pulling: true }, signal) : 'busy',
      );
    },
  };
}

/** Wakes a loop: at once, after a while, or never by itself. Rings between two waits are not lost. */
function createBell() {
  let rings = 0;
  let wake: (() => void) | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const ring = (delay?: number) => {
    if (delay !== undefined) {
      timers.add(setTimeout(() => ring(), delay));
      return;
    }
    rings++;
    wake?.();
  };
  return {
    ring,
    async rung(atMost?: number): Promise<void> {
      if (rings === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (atMost !== undefined) timers.add(setTimeout(resolve, atMost));
        });
      }
      rings = 0;
      wake = undefined;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
