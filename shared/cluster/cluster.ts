import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { ClusterId } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { line } from './text.ts';

/** What a partnership calls itself; shown wherever the code says cluster. */
export const words = ['cluster', 'trust', 'federation', 'hub'] as const;

export interface Cluster {
  name: string;
  word: (typeof words)[number];
  /** Made up, to try things on. Shown on every screen. */
  demo?: boolean;
  founded: number;
}

export const Cluster = defineKind<Cluster>('cluster');

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
