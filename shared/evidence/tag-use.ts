/** How a cluster uses its tags: how often each, and how often on which priority. */
export interface TagUse {
  [tag: string]: { n: number; of: { [priority: string]: number } };
}

/** Tags in all; beyond it, those that were used once are forgotten. */
const most = 2000;

const add = (use: TagUse, tag: string, priorities: readonly string[], by: 1 | -1): void => {
  const known = Object.hasOwn(use, tag) ? use[tag] : undefined;
  const n = (known?.n ?? 0) + by;
  if (n <= 0) {
    delete use[tag];
    return;
  }
  const of = { ...known?.of };
  for (const id of priorities) {
    of[id] = (Object.hasOwn(of, id) ? (of[id] ?? 0) : 0) + by;
    if ((of[id] ?? 0) <= 0) delete of[id];
  }
  use[tag] = { n, of };
};

/** What is known of tags with one entry more (1) or less (-1). What was given is left as it was. */
export function countTags(
  before: TagUse,
  { tags, priorities }: { tags: readonly string[]; priorities: readonly string[] },
  by: 1 | -1,
): TagUse {
  if (tags.length === 0) return before;
  const use = { ...before };
  for (const tag of new Set(tags)) {
    // The one name that is no property.
    if (tag !== '__proto__') add(use, tag, priorities, by);
  }
  if (Object.keys(use).length > most) for (const [tag, { n }] of Object.entries(use)) if (n === 1) delete use[tag];
  return use;
}

/** A tag that was used once on a priority may have been chance. */
const least = 2;

/**
 * The tags that this cluster uses with some priorities, those most its own first, at most so many; without those that
 * are there already. A tag that is used everywhere alike tells less than one that belongs to them.
 */
export function tagsFor(
  use: TagUse,
  priorities: readonly string[],
  there: readonly string[],
  atMost: number,
): string[] {
  const has = new Set(there.map((tag) => tag.toLowerCase()));
  return Object.entries(use)
    .map(([tag, { n, of }]) => {
      const used = Math.max(0, ...priorities.map((id) => (Object.hasOwn(of, id) ? (of[id] ?? 0) : 0)));
      return { tag, times: used, weight: (used * used) / n };
    })
    .filter(({ tag, times }) => times >= least && !has.has(tag.toLowerCase()))
    .sort((a, b) => b.weight - a.weight || (a.tag < b.tag ? -1 : 1))
    .slice(0, atMost)
    .map(({ tag }) => tag);
}
