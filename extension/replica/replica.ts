import type { DexieOptions } from 'dexie';
import type { Catalogue } from '../../shared/action.ts';
import { openDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { lateMethods, loadOnce } from './load-once.ts';
import { createOutbox } from './outbox.ts';
import { createSessions, type Keep } from './session.ts';
import { createView } from './view.ts';

/** What a replica stands on; tests and the web app bring their own. */
export interface Ground {
  /** The database's name: one a device. */
  name: string;
  /** Memory that ends with the browser's session, for a device that is not its member's own. */
  keep: Keep;
  fetch: typeof fetch;
  WebSocket: typeof WebSocket;
  locks: LockManager;
  now(): number;
  /** Called when something new waits to be sent, so that it is sent even if every view is closed. */
  onWaiting?(): void;
  /** The actions that a build knows; those of this one are loaded once something is to be folded. */
  known?: Catalogue;
  /** For tests: another IndexedDB. */
  indexedDB?: DexieOptions;
}

/**
 * Everything that a screen needs of the cluster: who we are (`sessions`, `access`), what is there (`view`) and how it
 * came about (`histories`), what can be taken along (`exports`), what we do (`outbox`), what is in hand
 * (`drafts`, `images`), what the cluster's tags taught (`teaching`), which schools are named where (`naming`), how it is put down (`saving`), and how it travels (`sync`).
 */
export function createReplica(ground: Ground) {
  const db = openDatabase(ground.name, ground.indexedDB);
  const sessions = createSessions(db, ground.keep);
  const view = createView(db, ground.now, ground.known);
  const outbox = createOutbox(db, sessions, ground.now, ground.onWaiting);
  const drafts = createDrafts(db, ground.now);
  const reaching = loadOnce(async () => (await import('./reaching.ts')).createReaching({ db, sessions, ...ground }));
  return {
    db,
    sessions,
    access: lateMethods(async () => (await reaching()).access, {
      ...({ about: true, look: true, create: true, join: true, invite: true, addDevice: true, devices: true } as const),
      ...({ revoke: true, newRecovery: true, leave: true } as const),
      ...({ invitations: true, revokeInvitation: true, reissue: true, calendar: true } as const),
    }),
    view,
    outbox,
    exports: lateMethods(async () => (await reaching()).exports, { everything: true, archive: true, image: true }),
    histories: lateMethods(async () => (await reaching()).histories, { ask: true, waiting: true }),
    drafts,
    images: lateMethods(async () => (await reaching()).images, { keep: true, get: true }),
    saving: lateMethods(async () => (await import('./saving.ts')).createSaving(db, outbox, drafts, view, ground.now), {
      save: true,
      takeBack: true,
    }),
    teaching: lateMethods(async () => (await import('./teaching.ts')).createTeaching(db), {
      ...({ catchUp: true, learned: true } as const),
    }),
    naming: lateMethods(async () => (await import('./naming.ts')).createNaming(db), { catchUp: true }),
    sync: lateMethods(async () => (await reaching()).sync, { run: true, nudge: true, once: true }),
  };
}

export type Replica = ReturnType<typeof createReplica>;
