/**
 * Which documents have a word, by their slots in rising order, and how often: a list that grows, in one typed array.
 * A slot has 24 bits and its count 8.
 */
export class Postings {
  private held = new Uint32Array(2);
  length = 0;

  /** Adds a document; its slot is higher than any before. Counts beyond 255 are 255. */
  push(slot: number, count: number): void {
    if (this.length === this.held.length) {
      const more = new Uint32Array(this.length < 64 ? this.length * 2 : Math.ceil(this.length * 1.5));
      more.set(this.held);
      this.held = more;
    }
    this.held[this.length++] = slot * 256 + Math.min(count, 255);
  }

  /** The documents and counts as they are kept: `slot * 256 + count`. */
  get all(): Uint32Array {
    return this.held.subarray(0, this.length);
  }

  get bytes(): number {
    return this.held.byteLength;
  }
}
