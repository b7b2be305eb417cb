/**
 * A bucket for each member: so many requests in a time (a minute, in milliseconds), refilled evenly. It lives in the object's memory and is forgotten
 * when the object sleeps, which it does only where nobody asks too much.
 */
export function createRates(most: number, over = 60_000) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Takes one; `false` where none is left. */
    take(member: string, now: number): boolean {
      const bucket = buckets.get(member) ?? { left: most, at: now };
      const refilled = Math.min(most, bucket.left + (Math.max(0, now - bucket.at) * most) / over);
      buckets.set(member, { left: Math.max(0, refilled - 1), at: now });
      return refilled >= 1;
    },
  };
}
