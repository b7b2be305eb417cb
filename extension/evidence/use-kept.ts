import { useMemo, useState } from 'preact/hooks';

type Ids = ReadonlySet<string>;

const withId = (ids: Ids, id: string, on: boolean): Ids => {
  if (ids.has(id) === on) return ids;
  return new Set(on ? [...ids, id] : [...ids].filter((other) => other !== id));
};

/** Entries that stay in the list whatever is looked for: those that somebody is at, and those withdrawn just now. */
export function useKept() {
  const [open, setOpen] = useState<Ids>(new Set());
  const [withdrawn, setWithdrawn] = useState<Ids>(new Set());
  return {
    kept: useMemo(() => new Set([...open, ...withdrawn]), [open, withdrawn]),
    withdrawn,
    keep: (id: string, on: boolean) => setOpen((before) => withId(before, id, on)),
    setWithdrawn: (id: string, just: boolean) => setWithdrawn((before) => withId(before, id, just)),
  };
}
