import { stemOf } from '../../../shared/priorities/suggest-words.ts';
import { Postings } from './postings.ts';

/** A word that was seen in a document. */
interface Entry {
  word: string;
  postings: Postings;
}

/** Ranks by BM25 with the usual constants (Robertson and Zaragoza 2009, section 3.4). */
const k1 = 1.2;
const b = 0.75;

/** So many dead slots, and so large a part of all, are swept away. */
const untidy = { slots: 2000, part: 0.25 };

/** What was found of something that is asked: the slots, each with what it counts for. */
export interface Matches {
  slots: Uint32Array;
  scores: Float32Array;
}

/**
 * Documents by their words, in memory: for each word the documents that have it, for each stem its words. A document's
 * words are given in the form of `wordsOf`. A document that is taken out leaves its slot empty; when many are, the
 * index says that it should be made anew.
 */
export function createWordIndex() {
  const byWord = new Map<string, Entry>();
  const byStem = new Map<string, Entry[]>();
  /** Words by their first letter, to look for those that are begun. */
  const byFirst = new Map<string, Entry[]>();
  /** The words of each slot; `undefined` where it is empty. */
  const texts: (string | undefined)[] = [];
  let lengths = new Uint16Array(1024);
  let live = 0;
  let totalLength = 0;
  let scratch = new Float32Array(1024);
  let touched = new Uint32Array(1024);

  const entryOf = (word: string): Entry => {
    const known = byWord.get(word);
    if (known) return known;
    const entry = { word, postings: new Postings() };
    byWord.set(word, entry);
    for (const [map, key] of [
      [byStem, stemOf(word)],
      [byFirst, word.charAt(0)],
    ] as const) {
      const list = map.get(key);
      if (list) list.push(entry);
      else map.set(key, [entry]);
    }
    return entry;
  };

  const add = (words: string): number => {
    const slot = texts.length;
    const all = words.trim().split(' ');
    for (const word of all) if (word !== '') entryOf(word).postings.add(slot);
    texts.push(words);
    if (slot === lengths.length) {
      const more = new Uint16Array(slot * 2);
      more.set(lengths);
      lengths = more;
      scratch = new Float32Array(slot * 2);
      touched = new Uint32Array(slot * 2);
    }
    lengths[slot] = Math.min(all.length, 65_535);
    live++;
    totalLength += all.length;
    return slot;
  };

  const remove = (slot: number): void => {
    if (texts[slot] === undefined) return;
    texts[slot] = undefined;
    live--;
    totalLength -= lengths[slot] ?? 0;
  };

  /** The documents that have any of some words; a word counts for as much as its weight says. */
  const anyOf = (
    weighed: readonly (readonly [Entry, number])[],
    fits?: (words: string, slot: number) => boolean,
  ): Matches => {
    let count = 0;
    for (const [{ postings }, weight] of weighed) {
      const { all } = postings;
      for (let i = 0; i < all.length; i++) {
        const posting = all[i] as number;
        const slot = posting >>> 8;
        if (scratch[slot] === 0) touched[count++] = slot;
        scratch[slot] = (scratch[slot] as number) + weight * (posting & 255);
      }
    }
    const there = touched.subarray(0, count);
    const slots = there.filter((slot) => {
      const text = texts[slot];
      return text !== undefined && (!fits || fits(text, slot));
    });
    const scores = new Float32Array(slots.length);
    const mean = totalLength / Math.max(1, live);
    const rarity = Math.log(1 + (live - slots.length + 0.5) / (slots.length + 0.5));
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      const often = scratch[slot] as number;
      const size = 1 - b + (b * (lengths[slot] as number)) / mean;
      scores[i] = (rarity * (often * (k1 + 1))) / (often + k1 * size);
    }
    for (const slot of there) scratch[slot] = 0;
    return { slots, scores };
  };

  /** A word in whatever form that has its stem; where it may be only begun, whatever begins so, for half as much. */
  const word = (asked: string, begun: boolean): Matches => {
    const forms = byStem.get(stemOf(asked)) ?? [];
    const weighed = forms.map((form): [Entry, number] => [form, 1]);
    if (begun) {
      const whole = new Set(forms);
      for (const entry of byFirst.get(asked.charAt(0)) ?? []) {
        if (entry.word.startsWith(asked) && !whole.has(entry)) weighed.push([entry, 0.5]);
      }
    }
    return anyOf(weighed);
  };

  /** Words that stand one after another just so: looked for in the texts of the documents that have all of them. */
  const phrase = (asked: readonly string[]): Matches => {
    const entries = [...new Set(asked)].map((one) => byWord.get(one));
    const known = entries.filter((entry) => entry !== undefined).sort((x, y) => x.postings.length - y.postings.length);
    const [rarest, ...others] = known;
    if (!rarest || known.length < entries.length) return { slots: new Uint32Array(), scores: new Float32Array() };
    const has = new Uint8Array(texts.length);
    for (const [i, { postings }] of others.entries()) {
      const { all } = postings;
      for (let n = 0; n < all.length; n++) {
        const slot = (all[n] as number) >>> 8;
        if (has[slot] === i) has[slot] = i + 1;
      }
    }
    const text = ` ${asked.join(' ')} `;
    return anyOf([[rarest, 1]], (words, slot) => has[slot] === others.length && words.includes(text));
  };

  return {
    add,
    remove,
    word,
    phrase,
    get live() {
      return live;
    },
    /** How many slots there are, empty ones too. */
    get slots() {
      return texts.length;
    },
    /** Whether so much of it is empty that it should be made anew; then what is gone is gone from memory too. */
    get isUntidy() {
      const dead = texts.length - live;
      return dead > untidy.slots && dead > texts.length * untidy.part;
    },
    /** What its lists take, in bytes, and how many words it knows. */
    get size() {
      let bytes = lengths.byteLength + scratch.byteLength + touched.byteLength;
      for (const { postings } of byWord.values()) bytes += postings.bytes;
      return { bytes, words: byWord.size };
    },
  };
}

export type WordIndex = ReturnType<typeof createWordIndex>;
