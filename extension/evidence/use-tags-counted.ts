import { useMemo } from 'preact/hooks';
import { Tag, tagKey } from '../../shared/evidence/tags.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { piecesOf } from './review-pieces.ts';
import { useLogIndex } from './use-log-index.ts';
import { useTagNames } from './use-tag-names.ts';

/** A tag of the codebook, of the log, or of both. */
export interface CountedTag {
  name: string;
  /** How many pieces have it, as tags are read now. */
  count: number;
  /** What the codebook says of it, if anything. */
  entry: (Record<Tag> & { body: Tag }) | undefined;
}

export interface Codebook {
  tags: CountedTag[];
  /** Every entry, merged ones too. */
  entries: (Record<Tag> & { body: Tag })[];
}

/** The codebook beside what is in use, counted over the whole log; `undefined` until all of it is read. */
export function useTagsCounted(): Codebook | undefined {
  const { view } = useReplica();
  const log = useLogIndex(false);
  const names = useTagNames();
  const records = useLive(() => view.list(Tag));
  return useMemo(() => {
    if (!log?.whole || !names || !records) return undefined;
    const entries = records.flatMap((one) => (one.body ? [{ ...one, body: one.body }] : []));
    const byKey = new Map<string, CountedTag>();
    for (const entry of entries) {
      if (!entry.body.into) byKey.set(tagKey(entry.body.name), { name: entry.body.name, count: 0, entry });
    }
    for (const row of piecesOf(log)) {
      if (row.state !== 'there') continue;
      for (const name of names.tagsOf(row)) {
        const tag = byKey.get(tagKey(name)) ?? { name, count: 0, entry: undefined };
        tag.count++;
        byKey.set(tagKey(name), tag);
      }
    }
    const tags = [...byKey.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en-GB'));
    return { tags, entries };
  }, [log, names, records]);
}
