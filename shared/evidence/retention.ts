import * as z from 'zod/mini';
import { defineAction, type Write } from '../action.ts';
import { Cluster } from '../cluster/cluster.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { Evidence } from './evidence.ts';

/** The moment before which evidence is older than so many years. */
export function keptSince(years: number, now: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}

/** The moment at which evidence of some moment has been kept for so many years: never before `keptSince` says so. */
export function keptUntil(years: number, at: number): number {
  const date = new Date(at);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** The most pieces that one action lets go. */
export const mostExpired = 100;

/** Lets evidence go that the cluster wants to keep no longer. The Worker does it, from the day that was announced. */
export const expireEvidence = defineAction({
  name: 'evidence.expire',
  capability: 'evidence.expire',
  body: z.strictObject({ ids: z.array(Id).check(z.minLength(1), z.maxLength(mostExpired)) }),
  reads: ({ ids }) => [Cluster, ...ids.map((id) => ({ kind: Evidence.kind, id }))],
  decide({ ids }, { get, list, now }) {
    const retention = list(Cluster)[0]?.body?.retention;
    if (!retention || now < retention.from) return fail('not-in-state', Cluster.kind);
    const since = keptSince(retention.years, now);
    const writes: Write[] = [];
    for (const id of ids) {
      const present = get(Evidence, id);
      if (!present) return fail('missing', Evidence.kind);
      if (present.body && present.body.at >= since) return fail('not-fitting', id);
      if (present.body) writes.push({ op: 'erase', kind: Evidence.kind, id });
    }
    return ok(writes);
  },
});
