import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createReplica, type Replica } from '../../../extension/replica/replica.ts';
import type { Group } from '../../../shared/action.ts';
import { actions } from '../../../shared/actions.ts';
import { Member } from '../../../shared/cluster/members.ts';
import type { Actor } from '../../../shared/cluster/roles.ts';
import { type Changes, foldGroup } from '../../../shared/fold.ts';
import { newClusterId, newId, newSecret } from '../../../shared/ids.ts';
import type { Record } from '../../../shared/record.ts';
import { snapshotOf } from '../../shared/world.ts';

// Live queries run only where there is an IndexedDB for all; each device still has one of its own.
Dexie.dependencies.indexedDB ??= new IDBFactory();
Dexie.dependencies.IDBKeyRange ??= IDBKeyRange;

/** A request that the replica made. */
export interface Asked {
  url: string;
  path: string;
  init: RequestInit;
  body: { groups?: Group[]; after?: number };
}

/** What a test lets the network do with a request: an answer, `'lost'`, or nothing for what the cluster says. */
export type Script = (asked: Asked) => Response | 'lost' | undefined;

export const problem = (code: string, status = 400): Response =>
  new Response(JSON.stringify({ code }), { status, headers: { 'content-type': 'application/problem+json' } });

export const json = (value: unknown): Response => new Response(JSON.stringify(value));

/** A live socket in a test's hand. */
export class FakeSocket extends EventTarget {
  static opened: FakeSocket[] = [];
  readyState = 1;
  readonly sent: string[] = [];
  closed = false;
  readonly url: string;
  readonly protocols: string[];
  constructor(url: string, protocols: string[]) {
    super();
    this.url = url;
    this.protocols = protocols;
    FakeSocket.opened.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
    this.readyState = 3;
  }
  /** What the server says. */
  say(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  /** The connection ends. */
  end(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

export const FakeWebSocket = FakeSocket as unknown as typeof WebSocket;

/** A cluster in memory that decides by the real rules, as one actor. */
export function createCluster(actor: Actor, now: () => number) {
  const records: Changes = new Map();
  const log = new Map<string, number>();
  let seq = 0;
  const put = (record: Omit<Record, 'seq'>) => records.set(`${record.kind}/${record.id}`, { ...record, seq: ++seq });
  const append = (group: Group): object[] => {
    const known = group.map(({ id }) => log.get(id));
    if (known.every((at) => at !== undefined)) return group.map(({ id }, i) => ({ id, ok: true, seq: known[i] }));
    const folded = foldGroup(snapshotOf(records), group, { known: actions, actor, now: now(), seq: seq + 1 });
    if (!folded.ok) {
      const others = { code: 'group-refused' };
      return group.map(({ id }, i) => ({ id, ok: false, problem: i === folded.index ? folded.problem : others }));
    }
    seq++;
    for (const [key, record] of folded.changes) records.set(key, record);
    for (const { id } of group) log.set(id, seq);
    return group.map(({ id }) => ({ id, ok: true, seq }));
  };
  return {
    put,
    log,
    records,
    head: () => seq,
    append,
    page(after: number) {
      const changed = [...records.values()].filter((record) => record.seq > after).sort((a, b) => a.seq - b.seq);
      return { time: now(), after, seq, more: false, records: changed };
    },
  };
}

/**
 * A device in front of a cluster in memory: every request goes through the test's script first. It has joined, as a
 * leader; `own` says whether the device is only its member's.
 */
export async function createScripted({ own = true }: { own?: boolean } = {}) {
  const member = newId();
  const cluster = createCluster({ member, role: 'leader', schools: [] }, Date.now);
  cluster.put({ kind: Member.kind, id: member, v: 1, rev: 1, body: { name: 'Ben', role: 'leader', schools: [] } });
  const indexedDB = { indexedDB: new IDBFactory(), IDBKeyRange };
  const asked: Asked[] = [];
  const lockSpace = newId();
  let kept: string | undefined;
  let script: Script = () => undefined;

  const answer = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    const one: Asked = { url, path: new URL(url).pathname.replace('/api/', ''), init, body };
    asked.push(one);
    const scripted = script(one);
    if (scripted === 'lost') throw new TypeError('lost');
    if (scripted) return scripted;
    if (one.path === 'changes') return json(cluster.page(body.after));
    if (one.path === 'actions') return json({ time: Date.now(), answers: body.groups.flatMap(cluster.append) });
    return problem('not-found', 404);
  };

  /** Another view of the same device: it shares the disk and the locks. */
  const open = (): Replica =>
    createReplica({
      name: 'goldthread',
      keep: {
        get: async () => kept,
        set: async (token) => {
          kept = token;
        },
      },
      fetch: answer,
      WebSocket: FakeWebSocket,
      locks: {
        request: (name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
          navigator.locks.request(`${lockSpace}/${name}`, ...rest),
      } as LockManager,
      now: Date.now,
      indexedDB,
    });

  const replica = open();
  const token = `${newClusterId()}.${newSecret()}`;
  await replica.sessions.begin({
    address: 'https://thread.test',
    cluster: token.slice(0, 32),
    member,
    device: newId(),
    token,
    own,
  });
  await replica.db.records.bulkPut([...cluster.records.values()]);
  await replica.db.meta.put({ key: 'cursor', value: cluster.head() });
  return {
    replica,
    cluster,
    member,
    token,
    asked,
    open,
    /** What happens to requests from now on. */
    follow: (next: Script) => {
      script = next;
    },
    /** The browser is closed: its memory is gone, its disk is not. */
    closeBrowser: () => {
      kept = undefined;
    },
    keptToken: () => kept,
  };
}

export type Scripted = Awaited<ReturnType<typeof createScripted>>;

/** The body of a note, with an id of its own. */
export const note = (words: string, more: object = {}) => ({
  id: newId(),
  passages: [],
  note: words,
  tags: [],
  priorities: [],
  ...more,
});

/** The value, or an error that says what was refused. */
export function good<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
