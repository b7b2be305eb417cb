/** Bits for each document: enough that of some eighty pairs in one, six of seven others are told to be none of them. */
const bits = 512;
const words = bits / 32;

/** The bit of two words that stand one after another, by their numbers. */
export const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 23;

/**
 * Which words stand next to each other in a document: a Bloom filter for each, so that a text is read through for a
 * phrase only where it may well have it. It never says no where there is one.
 */
export class Pairs {
  private held = new Uint32Array(words * 64);

  add(slot: number, pair: number): void {
    if ((slot + 1) * words > this.held.length) {
      const more = new Uint32Array(this.held.length * 2);
      more.set(this.held);
      this.held = more;
    }
    const at = slot * words + (pair >>> 5);
    this.held[at] = (this.held[at] as number) | (1 << (pair & 31));
  }

  mayHave(slot: number, pair: number): boolean {
    return ((this.held[slot * words + (pair >>> 5)] as number) & (1 << (pair & 31))) !== 0;
  }

  get bytes(): number {
    return this.held.byteLength;
  }
}
