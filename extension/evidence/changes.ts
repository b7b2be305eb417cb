import type { Evidence } from '../../shared/evidence/evidence.ts';

/** What an author may change of an entry, as far as it was changed. */
export type Changes = Partial<Pick<Evidence, 'note' | 'tags' | 'priorities' | 'stance'>>;

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What differs: an edit says only what its author changed. */
export function changesOf(before: Changes, after: Required<Changes>): Changes {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !same(before[key as keyof Changes], value)));
}
