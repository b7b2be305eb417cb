import { stemOf } from '../../../shared/priorities/suggest-words.ts';
import type { AskedText } from './asked.ts';
import { Pairs, pairOf } from './pairs.ts';
import { Postings } from './postings.ts';

/** A word that was seen in a document. */
interface Entry {
  word: string;
  /** Its number among all words. */
  n: number;
  postings: Postings;
}

/** Ranks by BM25 with the usual constants (Robertson and Zaragoza 2009, section 3.4). */
const k1 = 1.2;
const b = 0.75;

/** So many dead slots, and so large a part of all, are swept away. */
const untidy = { slots: 2000, part: 0.25 };

/** Something that is asked of a document's words; see asked.ts. */
type Asked = Pick<AskedText, 'words' | 'exact' | 'begun'>;

/** The words that are looked for, each with what it counts for, and what a document has to be besides. */
interface Sought {
  weighed: readonly (readonly [Entry, number])[];
  fits?: (slot: number) => boolean;
}

/**
 * Finds words that stand one after another in a text in the form of `wordsOf`. It looks for the first letter of the
 * first word, not for the space before it, which is the commonest character of all.
 */
function finderOf(asked: readonly string[]): (text: string) => boolean {
  const wanted = asked.join(' ');
  const { length } = wanted;
  return (text) => {
    for (let at = text.indexOf(wanted, 1); at > 0; at = text.indexOf(wanted, at + 1)) {
      if (text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + length) === 32) return true;
    }
    return false;
  };
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
  const pairs = new Pairs();
  /** Which slots are not empty. */
  let alive = new Uint8Array(1024);
  // Room to work in, made once: how often, in what, how relevant so far, and twice what was reached.
  let often = new Float32Array(1024);
  let touched = new Uint32Array(1024);
  let reached = new Float32Array(1024);
  let spare = new Float32Array(1024);
  let has = new Uint8Array(1024);

  const entryOf = (word: string): Entry => {
    const known = byWord.get(word);
    if (known) return known;
    const entry = { word, n: byWord.size, postings: new Postings() };
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
    let before = -1;
    for (const word of all) {
      if (word === '') continue;
      const { n, postings } = entryOf(word);
      postings.add(slot);
      if (before >= 0) pairs.add(slot, pairOf(before, n));
      before = n;
    }
    texts.push(words);
    if (slot === lengths.length) {
      const more = new Uint16Array(slot * 2);
      more.set(lengths);
      lengths = more;
      const moreAlive = new Uint8Array(slot * 2);
      moreAlive.set(alive);
      alive = moreAlive;
      often = new Float32Array(slot * 2);
      touched = new Uint32Array(slot * 2);
      reached = new Float32Array(slot * 2);
      spare = new Float32Array(slot * 2);
      has = new Uint8Array(slot * 2);
    }
    alive[slot] = 1;
    lengths[slot] = Math.min(all.length, 65_535);
    live++;
    totalLength += all.length;
    return slot;
  };

  const remove = (slot: number): void => {
    if (texts[slot] === undefined) return;
    texts[slot] = undefined;
    alive[slot] = 0;
    live--;
    totalLength -= lengths[slot] ?? 0;
  };

  /** Counts in `often` how often each document has any of some words; how many postings that took. */
  const count = (weighed: readonly (readonly [Entry, number])[]): void => {
    for (const [{ postings }, weight] of weighed) {
      const { all } = postings;
      for (let i = 0; i < all.length; i++) {
        const posting = all[i] as number;
        const slot = posting >>> 8;
        often[slot] = (often[slot] as number) + weight * (posting & 255);
      }
    }
  };

  /** The slots of documents that have any of some words, in `touched`, counted in `often`; how many there are. */
  const countFew = (weighed: readonly (readonly [Entry, number])[]): number => {
    let n = 0;
    for (const [{ postings }, weight] of weighed) {
      const { all } = postings;
      for (let i = 0; i < all.length; i++) {
        const posting = all[i] as number;
        const slot = posting >>> 8;
        if (often[slot] === 0) touched[n++] = slot;
        often[slot] = (often[slot] as number) + weight * (posting & 255);
      }
    }
    return n;
  };

  /** What a word in so many documents counts for. */
  const rarityOf = (matched: number): number => Math.log(1 + (live - matched + 0.5) / (matched + 0.5));

  const scoreOf = (slot: number, rarity: number, mean: number): number => {
    const times = often[slot] as number;
    const size = 1 - b + (b * (lengths[slot] as number)) / mean;
    return Math.fround((rarity * (times * (k1 + 1))) / (times + k1 * size));
  };

  /**
   * Leaves in `reached` only documents that have any of some words, and adds how relevant they are by these. By walking
   * over what the words are in where that is little, else over all slots in a row, which costs less for each.
   */
  const narrow = ({ weighed, fits }: Sought, isFirst: boolean): void => {
    const { length } = texts;
    const mean = totalLength / Math.max(1, live);
    let postings = 0;
    for (const [entry] of weighed) postings += entry.postings.length;
    if (postings * 8 > length) {
      count(weighed);
      let matched = 0;
      for (let slot = 0; slot < length; slot++) {
        if (often[slot] === 0) continue;
        if (alive[slot] === 1 && (!fits || fits(slot))) matched++;
        else often[slot] = 0;
      }
      const rarity = rarityOf(matched);
      for (let slot = 0; slot < length; slot++) {
        if (often[slot] === 0) reached[slot] = 0;
        else {
          if (isFirst || reached[slot] !== 0) reached[slot] = (reached[slot] as number) + scoreOf(slot, rarity, mean);
          often[slot] = 0;
        }
      }
      return;
    }
    const n = countFew(weighed);
    let matched = 0;
    for (let i = 0; i < n; i++) {
      const slot = touched[i] as number;
      if (alive[slot] === 1 && (!fits || fits(slot))) touched[matched++] = slot;
      else often[slot] = 0;
    }
    const rarity = rarityOf(matched);
    for (let i = 0; i < matched; i++) {
      const slot = touched[i] as number;
      if (isFirst || reached[slot] !== 0) spare[slot] = (reached[slot] as number) + scoreOf(slot, rarity, mean);
      often[slot] = 0;
    }
    reached.fill(0, 0, length);
    [reached, spare] = [spare, reached];
  };

  /** Takes documents that have any of some words out of `reached`. */
  const exclude = ({ weighed, fits }: Sought): void => {
    for (const [{ postings }] of weighed) {
      const { all } = postings;
      for (let i = 0; i < all.length; i++) {
        const slot = (all[i] as number) >>> 8;
        if (reached[slot] !== 0 && (!fits || (alive[slot] === 1 && fits(slot)))) reached[slot] = 0;
      }
    }
  };

  /** A word in whatever form that has its stem; where it may be only begun, whatever begins so, for half as much. */
  const word = (asked: string, begun: boolean): Sought => {
    const forms = byStem.get(stemOf(asked)) ?? [];
    const weighed = forms.map((form): [Entry, number] => [form, 1]);
    if (begun) {
      const whole = new Set(forms);
      for (const entry of byFirst.get(asked.charAt(0)) ?? []) {
        if (entry.word.startsWith(asked) && !whole.has(entry)) weighed.push([entry, 0.5]);
      }
    }
    return { weighed };
  };

  /** Words that stand one after another just so: looked for in the texts of the documents that have all of them. */
  const phrase = (asked: readonly string[]): Sought => {
    const entries = [...new Set(asked)].map((one) => byWord.get(one));
    const known = entries.filter((entry) => entry !== undefined).sort((x, y) => x.postings.length - y.postings.length);
    const [rarest, ...others] = known;
    if (!rarest || known.length < entries.length) return { weighed: [] };
    has.fill(0, 0, texts.length);
    for (const [i, { postings }] of others.entries()) {
      const { all } = postings;
      for (let n = 0; n < all.length; n++) {
        const slot = (all[n] as number) >>> 8;
        if (has[slot] === i) has[slot] = i + 1;
      }
    }
    const isThere = finderOf(asked);
    const numbers = asked.map((one) => byWord.get(one)?.n ?? 0);
    const beside = numbers.slice(1).map((n, i) => pairOf(numbers[i] as number, n));
    const fits = (slot: number) => {
      if (has[slot] !== others.length) return false;
      for (const pair of beside) if (!pairs.mayHave(slot, pair)) return false;
      return isThere(texts[slot] as string);
    };
    return { weighed: [[rarest, 1]], fits };
  };

  const soughtFor = ({ words, exact, begun }: Asked): Sought => (exact ? phrase(words) : word(words[0] ?? '', begun));

  return {
    add,
    remove,

    /**
     * Per slot how relevant its document is: above 0 where it has everything that is asked and nothing that it must not
     * have. The list is used again for the next search.
     */
    match(asked: readonly (Asked & { not: boolean })[]): Float32Array {
      reached.fill(0, 0, texts.length);
      const wanted = asked.filter(({ not }) => !not);
      if (wanted.length === 0) reached.set(alive.subarray(0, texts.length));
      for (const [i, one] of wanted.entries()) narrow(soughtFor(one), i === 0);
      for (const one of asked) if (one.not) exclude(soughtFor(one));
      return reached.subarray(0, texts.length);
    },

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
      let bytes = lengths.byteLength + alive.byteLength + often.byteLength + touched.byteLength;
      bytes += reached.byteLength + spare.byteLength + has.byteLength + pairs.bytes;
      for (const { postings } of byWord.values()) bytes += postings.bytes;
      return { bytes, words: byWord.size };
    },
  };
}

export type WordIndex = ReturnType<typeof createWordIndex>;
