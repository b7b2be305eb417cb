import type { DexieOptions } from 'dexie';
import type { Catalogue } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import { createAccess } from './access.ts';
import { createClient } from './client.ts';
import { openDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { createHistories } from './history.ts';
import { createImages } from './images.ts';
import { createOutbox } from './outbox.ts';
import { createSaving } from './saving.ts';
import { createSessions, type Keep } from './session.ts';
import { createSync } from './sync.ts';
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
  /** The actions that this build knows. */
  known?: Catalogue;
  /** For tests: another IndexedDB. */
  indexedDB?: DexieOptions;
}

/**
 * Everything that a screen needs of the cluster: who we are (`sessions`, `access`), what is there (`view`) and how it
 * came about (`histories`), what we do (`outbox`), what is in hand (`drafts`, `images`) and how it is put down (`saving`), and how
 * it travels (`sync`).
 */
export function createReplica(ground: Ground) {
  const db = openDatabase(ground.name, ground.indexedDB);
  const known = ground.known ?? actions;
  const sessions = createSessions(db, ground.keep);
  const client = createClient(ground.fetch, sessions);
  const view = createView(db, sessions, known, ground.now);
  const outbox = createOutbox(db, sessions, ground.now, ground.onWaiting);
  const drafts = createDrafts(db, ground.now);
  return {
    db,
    sessions,
    access: createAccess(db, client, sessions, ground.now),
    view,
    outbox,
    histories: createHistories(db, client),
    drafts,
    images: createImages(db, client),
    saving: createSaving(db, outbox, drafts, view, ground.now),
    sync: createSync({ db, client, sessions, locks: ground.locks, WebSocket: ground.WebSocket, now: ground.now }),
  };
}

export type Replica = ReturnType<typeof createReplica>;
