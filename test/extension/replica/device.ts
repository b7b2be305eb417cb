import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createReplica, type Replica } from '../../../extension/replica/replica.ts';
import type { Catalogue } from '../../../shared/action.ts';

/** What happens to a request on its way; the default is that it arrives and its answer too. */
export type Fate = 'arrives' | 'lost' | 'answer-lost' | 'twice' | 'late';

/** A device in Node: the real replica over an IndexedDB in memory, on a network that does as it is told. */
export interface Device {
  replica: Replica;
  /** What happens to the next requests, in order. */
  fates: Fate[];
  /** Requests that were believed lost and are still on their way. */
  late: (() => Promise<unknown>)[];
  /** Kills the browser: everything in memory is gone, what is on disk stays. */
  kill(): void;
}

/** Locks of one device, as the browser has them. */
function createLocks(): Pick<LockManager, 'request'> {
  let tail: Promise<unknown> = Promise.resolve();
  let held = 0;
  return {
    async request(_name: string, options: unknown, run?: unknown) {
      const task = (run ?? options) as (lock: unknown) => unknown;
      if ((options as LockOptions).ifAvailable && held > 0) return task(null);
      held++;
      const mine = tail.then(() => task({}));
      tail = mine.catch(() => undefined).finally(() => held--);
      return mine;
    },
  } as Pick<LockManager, 'request'>;
}

/** Makes a device. `now` may be wrong: devices' clocks are. */
export function createDevice(options: { now?: () => number; known?: Catalogue } = {}): Device {
  const indexedDB = new IDBFactory();
  let token: string | undefined;
  // Rates are by address, and these devices stand in different schools.
  const address = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;
  const set = async (value: string | undefined) => {
    token = value;
  };
  const open = () =>
    createReplica({
      name: 'goldthread',
      keep: { get: async () => token, set },
      fetch: (...request) => send(...request),
      WebSocket,
      locks: createLocks() as LockManager,
      now: options.now ?? Date.now,
      ...(options.known && { known: options.known }),
      indexedDB: { indexedDB, IDBKeyRange },
    });
  const device: Device = {
    replica: open(),
    fates: [],
    late: [],
    kill() {
      device.replica.db.close();
      device.replica = open();
    },
  };
  const send: typeof fetch = async (input, init) => {
    const fate = device.fates.shift() ?? 'arrives';
    if (fate === 'lost') throw new TypeError('lost');
    // A request on its way does not end with the page that sent it.
    const whole = { ...init, signal: null, headers: { ...init?.headers, 'cf-connecting-ip': address } };
    if (fate === 'late') {
      device.late.push(() => fetch(input, whole).then((answer) => answer.arrayBuffer()));
      throw new TypeError('late');
    }
    if (fate === 'twice') await fetch(input, whole).then((answer) => answer.arrayBuffer());
    const answer = await fetch(input, whole);
    if (fate !== 'answer-lost') return answer;
    await answer.arrayBuffer();
    throw new TypeError('answer lost');
  };
  return device;
}
