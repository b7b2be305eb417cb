import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';
import { line, prose, Rev, WebAddress } from './text.ts';

/** Another partnership that we learn from, by the address of its published page. */
export interface Followed {
  name: string;
  url: string;
  /** What we hope to learn there. */
  why: string;
  by: string;
  at: number;
  ended?: number | null;
}

export const Followed = defineKind<Followed>('followed');

export const follow = defineAction({
  name: 'partnership.follow',
  capability: 'partnership.follow',
  body: z.strictObject({ id: Id, name: line(160), url: WebAddress, why: prose(1000) }),
  reads: () => [Followed],
  decide({ id, ...body }, { actor, list, now }) {
    if (list(Followed).some((one) => one.body?.url === body.url && !one.body.ended))
      return fail('exists', Followed.kind);
    return ok([{ op: 'create', kind: Followed, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Changes why we follow a partnership, stops following it, or takes it up again. */
export const editFollowed = defineAction({
  name: 'partnership.edit',
  capability: 'partnership.follow',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    name: z.optional(line(160)),
    why: z.optional(prose(1000)),
    ended: z.optional(z.boolean()),
  }),
  reads: ({ id }) => [{ kind: Followed.kind, id }],
  decide({ id, rev, ended, ...body }, { get, now }) {
    if (!get(Followed, id)) return fail('missing', Followed.kind);
    const set = ended === undefined ? {} : { ended: ended ? now : null };
    return ok([{ op: 'patch', kind: Followed, id, rev, body: { ...body, ...set } }]);
  },
});
