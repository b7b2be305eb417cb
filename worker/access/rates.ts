/**
 * A bucket for each member: `perMinute` requests, refilled evenly. It lives in the object's memory and is forgotten
 * when the object sleeps, which it does only where nobody asks too much.
 */
export function createRates(perMinute: number) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Takes one; `false` where none is left. */
    take(member: string, now: number): boolean {
      const bucket = buckets.get(member) ?? { left: perMinute, at: now };
      const refilled = Math.min(perMinute, bucket.left + (Math.max(0, now - bucket.at) * perMinute) / 60_000);
      buckets.set(member, { left: Math.max(0, refilled - 1), at: now });
      return refilled >= 1;
    },
  };
}
