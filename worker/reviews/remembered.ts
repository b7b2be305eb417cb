import type { Env } from '../env.ts';

/** As many values as are kept in memory; the oldest go first. */
const most = 500;

const kept = new Map<string, { value: unknown; until: number }>();

/**
 * A value that was made a few seconds ago (`PAGE_SECONDS`), or else made now. Only values are kept: what is still being
 * made belongs to the request that asked for it, and cannot be awaited by another.
 */
export async function remembered<T>({ PAGE_SECONDS }: Env, key: string, make: () => Promise<T>): Promise<T> {
  const seconds = Number(PAGE_SECONDS);
  if (!(seconds > 0)) return make();
  const now = Date.now();
  const found = kept.get(key);
  if (found && found.until > now) return found.value as T;
  const value = await make();
  kept.delete(key);
  kept.set(key, { value, until: now + seconds * 1000 });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}
