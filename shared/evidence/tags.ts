import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { line, proseOrNone, Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok, type Result } from '../problem.ts';
import { defineKind, type Record } from '../record.ts';

/** What the cluster says of a tag: an entry of its codebook. Tags that nobody said anything of need no record. */
export interface Tag {
  name: string;
  /** Names that it had before: evidence that was tagged with them keeps them, and they are read as this one. */
  was?: string[];
  /** Whether it names a group of pupils: disadvantaged, SEND, EAL. */
  group: boolean;
  definition?: string;
  examples?: string;
  /** The tag under which it stands. */
  parent?: string | null;
  /** It is not offered any more; evidence keeps it. */
  retired?: number | null;
  /** The tag that has taken it in. */
  into?: string | null;
  by: string;
  at: number;
}

export const Tag = defineKind<Tag>('tag');

/** The same tag, whatever the capitals and gaps. */
export const tagKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

const namesOf = ({ name, was = [] }: Tag): string[] => [name, ...was].map(tagKey);

/** The entry of the codebook that a tag on evidence stands for now: renames and merges are followed. */
export function resolveTag(tags: readonly Record<Tag>[], name: string): Record<Tag> | undefined {
  const key = tagKey(name);
  let found = tags.find(({ body }) => body && namesOf(body).includes(key));
  // Merges run one way; where two devices made a circle of them all the same, it ends where it began.
  for (let steps = 0; found?.body?.into && steps < tags.length; steps++) {
    const next = tags.find(({ id }) => id === found?.body?.into);
    if (!next?.body) break;
    found = next;
  }
  return found;
}

/** What a tag on evidence is called now. */
export const nameOfTag = (tags: readonly Record<Tag>[], name: string): string =>
  resolveTag(tags, name)?.body?.name ?? name;

/** The same for many words: reads the codebook once. */
export function tagReader(tags: readonly Record<Tag>[]): (name: string) => string {
  const names = new Map<string, string>();
  // The first that has a name holds it, as in `resolveTag`.
  for (const { body } of [...tags].reverse()) {
    if (body) for (const key of namesOf(body)) names.set(key, nameOfTag(tags, key));
  }
  return (name) => names.get(tagKey(name)) ?? name;
}

/** Words on evidence as the tags that they stand for now, each once. */
export function readTags(words: Iterable<string>, nameOf: (name: string) => string): string[] {
  const found = new Map<string, string>();
  for (const word of words) {
    const name = nameOf(word);
    if (!found.has(tagKey(name))) found.set(tagKey(name), name);
  }
  return [...found.values()];
}

/** The tags that are offered: those in use, as they are called now, then those only defined; no retired or merged one. */
export function offeredTags(tags: readonly Record<Tag>[], inUse: readonly string[]): string[] {
  const defined = tags.flatMap(({ body }) => (body && !body.into ? [body] : []));
  const retired = new Set(defined.filter((one) => one.retired).map(({ name }) => tagKey(name)));
  const names = readTags([...inUse, ...defined.map(({ name }) => name)], tagReader(tags));
  return names.filter((name) => !retired.has(tagKey(name)));
}

const taken = (tags: readonly Record<Tag>[], name: string, except?: string): boolean =>
  tags.some(({ id, body }) => id !== except && body && namesOf(body).includes(tagKey(name)));

const details = {
  definition: z.optional(proseOrNone(1000)),
  examples: z.optional(proseOrNone(2000)),
  parent: z.optional(z.nullable(Id)),
};

/** Puts a tag into the codebook. */
export const markTag = defineAction({
  name: 'tag.mark',
  capability: 'tag.mark',
  body: z.strictObject({ id: Id, name: line(60), group: z.boolean(), ...details }),
  reads: () => [Tag],
  decide({ id, ...body }, { actor, list, now }) {
    const tags = list(Tag);
    if (taken(tags, body.name)) return fail('exists', Tag.kind);
    if (body.parent && !tags.some((tag) => tag.id === body.parent)) return fail('missing', Tag.kind);
    return ok([{ op: 'create', kind: Tag, id, body: { ...body, by: actor.member, at: now } }]);
  },
});

/** Says of a tag whether it names a group of pupils. */
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

/** Renames a tag, says what it means, puts it under another, or retires it. */
export const describeTag = defineAction({
  name: 'tag.describe',
  capability: 'tag.mark',
  body: z.strictObject({
    id: Id,
    rev: Rev,
    name: z.optional(line(60)),
    ...details,
    retired: z.optional(z.boolean()),
  }),
  reads: () => [Tag],
  decide({ id, rev, name, retired, ...body }, { list, now }) {
    const tags = list(Tag);
    const present = tags.find((tag) => tag.id === id)?.body;
    if (!present) return fail('missing', Tag.kind);
    if (body.parent) {
      const under = mayStandUnder(tags, id, body.parent);
      if (!under.ok) return under;
    }
    const renamed = name !== undefined && tagKey(name) !== tagKey(present.name);
    if (renamed && taken(tags, name, id)) return fail('exists', Tag.kind);
    const was = renamed ? { was: [...new Set([...(present.was ?? []), present.name])].slice(-50) } : {};
    const set = retired === undefined ? {} : { retired: retired ? now : null };
    return ok([{ op: 'patch', kind: Tag, id, rev, body: { ...body, ...(name && { name }), ...was, ...set } }]);
  },
});

/** Lets a tag be read as another from now on; `null` takes that back. What was tagged keeps the word it was tagged with. */
export const mergeTag = defineAction({
  name: 'tag.merge',
  capability: 'tag.mark',
  body: z.strictObject({ id: Id, rev: Rev, into: z.nullable(Id) }),
  reads: () => [Tag],
  decide({ id, rev, into }, { list }) {
    const tags = list(Tag);
    if (!tags.some((tag) => tag.id === id)) return fail('missing', Tag.kind);
    for (let at = into, steps = 0; at && steps <= tags.length; steps++) {
      if (at === id) return fail('not-fitting', 'into');
      const next: Record<Tag> | undefined = tags.find((tag) => tag.id === at);
      if (!next) return fail('missing', Tag.kind);
      at = next.body?.into ?? null;
    }
    return ok([{ op: 'patch', kind: Tag, id, rev, body: { into } }]);
  },
});

/** Whether a tag may stand under another: not under itself, however far up. */
function mayStandUnder(tags: readonly Record<Tag>[], id: string, parent: string): Result<null> {
  for (let at: string | null | undefined = parent, steps = 0; at && steps <= tags.length; steps++) {
    if (at === id) return fail('not-fitting', 'parent');
    const above: Record<Tag> | undefined = tags.find((tag) => tag.id === at);
    if (!above) return fail('missing', Tag.kind);
    at = above.body?.parent;
  }
  return ok(null);
}
