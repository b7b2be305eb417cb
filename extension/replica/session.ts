import { type Database, getMeta, type Session, setMeta } from './database.ts';

/** Memory that ends with the browser's session. */
export interface Keep {
  get(): Promise<string | undefined>;
  set(token: string | undefined): Promise<void>;
}

/** Who this device is, and the way out. */
export function createSessions(db: Database, keep: Keep) {
  const wipe = async () => {
    await keep.set(undefined);
    // The tables are emptied rather than the database deleted: other open views follow at once.
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  };
  return {
    /**
     * The session with its token, or `undefined` where this device has not joined. On a shared device whose browser
     * was closed meanwhile, everything that was left is wiped first.
     */
    async current(): Promise<(Session & { token: string }) | undefined> {
      const session = await getMeta(db, 'session');
      if (!session) return undefined;
      const token = session.own ? session.token : await keep.get();
      if (token) return { ...session, token };
      if (!(await getMeta(db, 'closed'))) await wipe();
      return undefined;
    },

    /** The session as it is stored, for live queries. */
    stored: () => getMeta(db, 'session'),

    /** Begins a session on a device that has none. The token of a shared device stays in memory; cards in hand stay. */
    async begin(session: Session & { token: string }): Promise<void> {
      await Promise.all([db.records, db.outbox, db.meta, db.taught, db.named].map((table) => table.clear()));
      const { token, ...rest } = session;
      if (session.own) await setMeta(db, 'session', session);
      else {
        await keep.set(token);
        await setMeta(db, 'session', rest);
      }
    },

    /** Keeps a new recovery code until the person has said that it is printed. */
    async keepRecovery(recovery: string): Promise<void> {
      const session = await getMeta(db, 'session');
      if (session) await setMeta(db, 'session', { ...session, recovery });
    },

    /** The recovery code was printed or written down: it is kept here no longer. */
    async recoverySeen(): Promise<void> {
      const session = await getMeta(db, 'session');
      if (!session) return;
      const { recovery: _, ...rest } = session;
      await setMeta(db, 'session', rest);
    },

    /** The cluster removed this device: its words and the token go, what is unsent or in hand stays to be offered. */
    async shut(): Promise<void> {
      await setMeta(db, 'closed', 'revoked');
      await keep.set(undefined);
      await db.transaction('rw', db.records, db.meta, db.images, db.taught, db.named, async () => {
        await db.records.clear();
        await Promise.all([db.taught.clear(), db.named.clear()]);
        await db.images.filter(({ sent }) => sent === true).delete();
        await db.meta.bulkDelete(['cursor', 'learned', 'named', 'logRows']);
        const session = await getMeta(db, 'session');
        if (session) await setMeta(db, 'session', { ...session, token: undefined, recovery: undefined });
      });
    },

    /** Leaves nothing of the cluster on this device. */
    wipe,
  };
}

export type Sessions = ReturnType<typeof createSessions>;
