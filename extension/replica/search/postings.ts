/**
 * Which documents have a word, by their slots in rising order, and how often: a list that grows, in one typed array.
 * A slot has 24 bits and its count 8.
 */
export class Postings {
  private held = new Uint32Array(2);
  length = 0;

  /** Adds a word of a document, whose slot is no lower than any before. It is counted up to 255 times. */
  add(slot: number): void {
    const last = this.length - 1;
    const newest = this.held[last] ?? 0;
    if (last >= 0 && newest >>> 8 === slot) {
      if ((newest & 255) < 255) this.held[last] = newest + 1;
      return;
    }
    if (this.length === this.held.length) {
      const more = new Uint32Array(this.length < 64 ? this.length * 2 : Math.ceil(this.length * 1.5));
      more.set(this.held);
      this.held = more;
    }
    this.held[this.length++] = slot * 256 + 1;
  }

  /** The documents and counts as they are kept: `slot * 256 + count`. */
  get all(): Uint32Array {
    return this.held.subarray(0, this.length);
  }

  get bytes(): number {
    return this.held.byteLength;
  }
}
