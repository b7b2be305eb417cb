import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { ClusterId } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { Cluster, type Retention, words } from './cluster-kind.ts';
import { line, Rev } from './text.ts';

export { Cluster, type Retention, words } from './cluster-kind.ts';

/** The first action in every cluster's log, made by the Worker. */
export const found = defineAction({
  name: 'cluster.found',
  capability: 'cluster.found',
  body: z.strictObject({
    id: ClusterId,
    name: line(120),
    word: z.enum(words),
    demo: z.optional(z.boolean()),
  }),
  reads: () => [Cluster],
  decide({ id, ...body }, { list, now }) {
    if (list(Cluster).length > 0) return fail('exists', Cluster.kind);
    return ok([{ op: 'create', kind: Cluster, id, body: { ...body, founded: now } }]);
  },
});

/** Milliseconds between setting a shorter time and the first erasure: everyone sees it coming. */
export const retentionNotice = 30 * 24 * 60 * 60 * 1000;

/** Names the cluster, and says for how many years evidence is kept; `null` is for good. */
export const editCluster = defineAction({
  name: 'cluster.edit',
  capability: 'cluster.edit',
  body: z.strictObject({
    id: ClusterId,
    rev: Rev,
    name: z.optional(line(120)),
    word: z.optional(z.enum(words)),
    retention: z.optional(z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(25)))),
  }),
  reads: ({ id }) => [{ kind: Cluster.kind, id }],
  decide({ id, rev, retention, ...body }, { get, now }) {
    const present = get(Cluster, id)?.body;
    if (!present) return fail('missing', Cluster.kind);
    const kept = retention === undefined ? {} : { retention: retention && retentionOf(retention, present, now) };
    return ok([{ op: 'patch', kind: Cluster, id, rev, body: { ...body, ...kept } }]);
  },
});

/** Only what would be erased sooner than before has to be announced. */
function retentionOf(years: number, { retention }: Cluster, now: number): Retention {
  const longer = retention && years >= retention.years;
  return { years, from: longer ? retention.from : now + retentionNotice };
}
