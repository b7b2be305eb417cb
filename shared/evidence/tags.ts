import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { line, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { defineKind } from '../record.ts';

/** What the cluster says of a tag. Tags that nobody said anything of need no record. */
export interface Tag {
  name: string;
  /** Whether it names a group of pupils: disadvantaged, SEND, EAL. */
  group: boolean;
  by: string;
  at: number;
}

export const Tag = defineKind<Tag>('tag');

/** The same tag, whatever the capitals and gaps. */
export const tagKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Says of a tag whether it names a group of pupils. */
export const markTag = defineAction({
  name: 'tag.mark',
  capability: 'tag.mark',
  body: z.strictObject({ id: Id, name: line(60), group: z.boolean() }),
  reads: () => [Tag],
  decide({ id, ...body }, { actor, list, now }) {
    if (list(Tag).some((tag) => tagKey(tag.body?.name ?? '') === tagKey(body.name))) return fail('exists', Tag.kind);
    return ok([{ op: 'create', kind: Tag, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

export const editTag = defineAction({
  name: 'tag.edit',
  capability: 'tag.mark',
  body: z.strictObject({ id: Id, rev: Rev, group: z.boolean() }),
  reads: ({ id }) => [{ kind: Tag.kind, id }],
  decide({ id, rev, group }, { get }) {
    if (!get(Tag, id)) return fail('missing', Tag.kind);
    return ok([{ op: 'patch', kind: Tag, id, rev, body: { group } }]);
  },
});
