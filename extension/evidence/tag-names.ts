import { liveQuery } from 'dexie';
import { offeredTags, readTags, Tag, tagReader } from '../../shared/evidence/tags.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import type { Replica } from '../replica/replica.ts';

/** The codebook as lists of tags are read with it: renames and merges followed. */
export interface TagNames {
  /** What a tag is called now. */
  nameOf(word: string): string;
  /** The tags of a piece as they stand now, each once: its author's, and those that were added in weighings. */
  tagsOf(piece: { id: string; tags: readonly string[] }): readonly string[];
  /** What is offered, of what is in use: no retired or merged one, and what was only defined. */
  offered(inUse: readonly string[]): string[];
}

/** Tells of the codebook, anew whenever it changes. */
export function followTags(view: Replica['view'], tell: (names: TagNames) => void, signal: AbortSignal): void {
  const watching = liveQuery(() => view.lists({ tags: Tag, weighings: Weighing })).subscribe({
    next({ tags, weighings }) {
      const nameOf = tagReader(tags);
      const added = new Map<string, string[]>();
      for (const { body } of weighings) {
        if (!body?.tags || body.back) continue;
        added.set(body.evidence, [...(added.get(body.evidence) ?? []), ...body.tags]);
      }
      tell({
        nameOf,
        tagsOf({ id, tags: own }) {
          const more = added.get(id);
          return own.length === 0 && !more ? own : readTags([...own, ...(more ?? [])], nameOf);
        },
        offered: (inUse) => offeredTags(tags, inUse),
      });
    },
    error: (error) => reportError(error),
  });
  signal.addEventListener('abort', () => watching.unsubscribe(), { once: true });
}
