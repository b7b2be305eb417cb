import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Record } from '../../../shared/record.ts';

export interface ClusterRows {
  /** In order of kind and id. */
  records: Record[];
  log: { id: string; seq: number; name: string; body: string | null; by: string }[];
}

/** What a cluster's object has on the disk of a local Worker: read from its database, not asked of its code. */
export async function clusterRows(data: string, cluster: string): Promise<ClusterRows> {
  for (const file of globSync(join(data, 'v3/do/*/*.sqlite'))) {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'records'").get()) continue;
      if (!db.prepare("SELECT 1 FROM meta WHERE key = 'cluster' AND value = ?").get(cluster)) continue;
      const records = db.prepare('SELECT kind, id, v, rev, seq, body FROM records ORDER BY kind, id').all();
      const log = db.prepare('SELECT id, seq, name, body, by FROM log ORDER BY seq, position').all();
      return {
        records: records.map((row) => ({ ...row, body: row.body === null ? null : JSON.parse(String(row.body)) })),
        log: log.map((row) => ({ ...row })),
      } as ClusterRows;
    } finally {
      db.close();
    }
  }
  throw new Error(`No object holds the cluster ${cluster}`);
}
