/**
 * The tables of a cluster, as steps that are only ever added to: an object of any age is brought up to date when it
 * wakes. A step that was released is never changed.
 */
export const steps: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, v INTEGER NOT NULL, rev INTEGER NOT NULL, seq INTEGER NOT NULL, body TEXT,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX records_by_seq ON records (seq);
  CREATE INDEX records_by_kind ON records (kind, seq);

  CREATE TABLE log (
    id TEXT PRIMARY KEY, seq INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, body TEXT,
    hash TEXT NOT NULL, by TEXT NOT NULL, device TEXT, at INTEGER NOT NULL, made INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX log_by_seq ON log (seq, position);
  CREATE TABLE touched (kind TEXT NOT NULL, id TEXT NOT NULL, action TEXT NOT NULL, PRIMARY KEY (kind, id, action))
    STRICT, WITHOUT ROWID;

  CREATE TABLE credentials (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, lookup TEXT NOT NULL, hash TEXT NOT NULL, member TEXT, name TEXT,
    role TEXT, schools TEXT, uses INTEGER, expires INTEGER, made INTEGER NOT NULL, revoked INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX credentials_by_lookup ON credentials (lookup);
  CREATE INDEX credentials_by_member ON credentials (member);
  `,
  `
  CREATE TABLE blobs (hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL, arrived INTEGER NOT NULL) STRICT;
  CREATE TABLE blob_uses (
    hash TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (hash, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX blob_uses_by_record ON blob_uses (kind, id);

  CREATE TABLE agenda (
    what TEXT NOT NULL, about TEXT NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (what, about)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX agenda_by_due ON agenda (due);
  `,
  `
  CREATE TABLE followers (
    lookup TEXT PRIMARY KEY, hash TEXT NOT NULL, question TEXT NOT NULL UNIQUE, asked INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX followers_by_asked ON followers (asked);
  `,
];

/** Whether the cluster was ever created. Nothing is written to find out. */
export const exists = (sql: SqlStorage): boolean =>
  sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").toArray().length > 0;

/** Brings the tables up to date, in one transaction with whatever step fails. */
export function migrate(storage: DurableObjectStorage): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    const from = exists(sql) ? Number(getMeta(sql, 'schema')) : 0;
    for (const step of steps.slice(from)) sql.exec(step);
    if (from < steps.length) setMeta(sql, 'schema', String(steps.length));
  });
}

type MetaKey = 'schema' | 'cluster' | 'seq' | 'restoring' | 'ticket-key';

export function getMeta(sql: SqlStorage, key: MetaKey): string | undefined {
  return sql.exec<{ value: string }>('SELECT value FROM meta WHERE key = ?', key).toArray()[0]?.value;
}

export function dropMeta(sql: SqlStorage, key: MetaKey): void {
  sql.exec('DELETE FROM meta WHERE key = ?', key);
}

export function setMeta(sql: SqlStorage, key: MetaKey, value: string): void {
  sql.exec('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}
