import { createAccess } from './access.ts';
import { createClient } from './client.ts';
import type { Database } from './database.ts';
import { createExports } from './exports.ts';
import { createHistories } from './history.ts';
import { createImages } from './images.ts';
import { lateMethods, loadOnce } from './load-once.ts';
import type { Sessions } from './session.ts';
import { createSync } from './sync.ts';

/** What reaching the cluster stands on. */
export interface ReachingParts {
  db: Database;
  sessions: Sessions;
  fetch: typeof fetch;
  WebSocket: typeof WebSocket;
  locks: LockManager;
  now(): number;
}

/** Everything that reaches the cluster. A view shows what is here before it asks for more, so this is loaded later. */
export function createReaching({ db, sessions, fetch, WebSocket, locks, now }: ReachingParts) {
  const client = createClient(fetch, sessions);
  const archives = loadOnce(async () => (await import('./archive.ts')).createArchives(client));
  return {
    access: createAccess(db, client, sessions, now),
    exports: { ...createExports(client), ...lateMethods(archives, { archive: true, image: true }) },
    histories: createHistories(db, client),
    images: createImages(db, client),
    sync: createSync({ db, client, sessions, locks, WebSocket, now }),
  };
}

export type Reaching = ReturnType<typeof createReaching>;
