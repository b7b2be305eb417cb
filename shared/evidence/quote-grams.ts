/** Counts what a search does, so that its work has a bound that a test can hold, whatever the machine. */
export interface Work {
  steps: number;
}

/** The runs of `size` letters of a stretch of a text, each with every position at which it ends. */
export interface Grams {
  readonly size: number;
  /** For each hash, the first position + 1 at which a gram of that hash ends, or 0. */
  readonly heads: Int32Array;
  /** For each position, the gram that ends there, and the next position + 1 at which the same gram ends, or 0. */
  readonly keys: Int32Array;
  readonly next: Int32Array;
  /** What turns a gram into its place in `heads`. */
  readonly shift: number;
}

/** A gram with one more letter at its end and one fewer at its beginning. Up to 6 letters. */
export const rolled = (key: number, code: number, size: number): number =>
  ((key << 5) ^ code) & ((1 << (5 * size)) - 1);

export const slotOf = (key: number, shift: number): number => Math.imul(key, 0x9e3779b1) >>> shift;

/** The most positions that are kept of a gram: what a text repeats more often says little of where it stands. */
const mostPositions = 8;

export function gramsOf(codes: Uint16Array, size: number): Grams {
  const bits = Math.min(18, Math.max(10, 35 - Math.clz32(codes.length)));
  const shift = 32 - bits;
  const heads = new Int32Array(1 << bits);
  const keys = new Int32Array(codes.length);
  const next = new Int32Array(codes.length);
  let key = 0;
  for (let i = 0; i < codes.length; i++) {
    key = rolled(key, codes[i] as number, size);
    keys[i] = key;
    if (i < size - 1) continue;
    const slot = slotOf(key, shift);
    // Another gram may have this slot; both are kept, so that who looks compares keys.
    let last = heads[slot] as number;
    if (last === 0) {
      heads[slot] = i + 1;
      continue;
    }
    let steps = 1;
    for (; next[last - 1] !== 0 && steps < mostPositions; steps++) last = next[last - 1] as number;
    if (steps < mostPositions) next[last - 1] = i + 1;
  }
  return { size, heads, keys, next, shift };
}
