import { Cluster, type Retention } from '../../shared/cluster/cluster.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { keptSince, keptUntil, mostExpired } from '../../shared/evidence/retention.ts';
import { snapshotOf } from './records.ts';

const day = 24 * 60 * 60 * 1000;

function retentionOf(sql: SqlStorage): Retention | null | undefined {
  const [record] = snapshotOf(sql).list(Cluster.kind);
  return record && Cluster.read(record)?.retention;
}

/** From when on older evidence is let go, or `undefined` where it is kept for good. */
export const retentionFrom = (sql: SqlStorage): number | undefined => retentionOf(sql)?.from;

/** Evidence that the cluster keeps no longer, as many pieces as one action takes. None before the announced day. */
export function expiredEvidence(sql: SqlStorage, now: number): string[] {
  const retention = retentionOf(sql);
  if (!retention || now < retention.from) return [];
  return sql
    .exec<{ id: string }>(
      `SELECT id FROM records WHERE kind = ? AND body IS NOT NULL AND json_extract(body, '$.at') < ?
       ORDER BY seq LIMIT ?`,
      ...[Evidence.kind, keptSince(retention.years, now), mostExpired],
    )
    .toArray()
    .map(({ id }) => id);
}

/**
 * When the next piece falls due, or `undefined` where evidence is kept for good. Never later than in a month: a restore
 * may bring older ones.
 */
export function nextExpiry(sql: SqlStorage, now: number): number | undefined {
  const retention = retentionOf(sql);
  if (!retention) return undefined;
  if (now < retention.from) return retention.from;
  const { at } = sql
    .exec<{ at: number | null }>(
      "SELECT MIN(json_extract(body, '$.at')) AS at FROM records WHERE kind = ? AND body IS NOT NULL",
      Evidence.kind,
    )
    .one();
  const due = at === null ? Number.POSITIVE_INFINITY : keptUntil(retention.years, at) + 1;
  return Math.min(Math.max(due, now + day), now + 30 * day);
}
