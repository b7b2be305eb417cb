/** The letters and digits of a text, with the way back. */
export interface Letters {
  /** The letters and digits, lower case, without accents; ligatures and the like as the letters that they stand for. */
  readonly letters: string;
  /** The same as UTF-16 code units. */
  readonly codes: Uint16Array;
  /** For each of them, where in the text the character begins that gave it. */
  readonly at: Int32Array;
}

/** A page's text, folded once, in which many quotes can be found. */
export interface Folded extends Letters {
  readonly text: string;
}

const unknown = 0;
const several = 1;
const dropped = 2;

/** What each UTF-16 code unit folds to, as far as it has been seen: one code unit, or one of the three above. */
let table: Uint16Array | undefined;
const expansions = new Map<number, string>();

const isAccent = (code: number) => code >= 0x300 && code <= 0x36f;

/**
 * The letters and digits that a character stands for: none for spaces, punctuation, symbols, accents, and all that is
 * there for the printer, such as soft hyphens and joiners.
 */
function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  let letters = '';
  for (const one of plain) {
    if (one === 'ß') letters += 'ss';
    else if (one === 'ς') letters += 'σ';
    else if (
      /[\p{L}\p{N}\p{M}]/u.test(one) &&
      !isAccent(one.charCodeAt(0)) &&
      !/\p{Default_Ignorable_Code_Point}/u.test(one)
    )
      letters += one;
  }
  return letters;
}

function learn(known: Uint16Array, code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const letters = isSurrogate ? '' : foldCharacter(String.fromCharCode(code));
  if (letters.length > 1) expansions.set(code, letters);
  const folded = letters.length > 1 || isSurrogate ? several : letters === '' ? dropped : letters.charCodeAt(0);
  known[code] = folded;
  return folded;
}

/** How far a text has been folded. */
interface Progress {
  codes: Uint16Array<ArrayBuffer>;
  at: Int32Array;
  length: number;
  next: number;
}

/** Goes on as far as every character gives one code unit or none: nearly all of a text, and nearly all of the time. */
function foldRun(text: string, known: Uint16Array, progress: Progress): void {
  const { codes, at } = progress;
  const end = text.length;
  let { length, next } = progress;
  while (next < end) {
    const folded = known[text.charCodeAt(next)] as number;
    if (folded <= several) break;
    // Written always and counted only if it is a letter, without a branch: no processor guesses where the spaces are.
    codes[length] = folded;
    at[length] = next++;
    length += (dropped - folded) >>> 31;
  }
  progress.length = length;
  progress.next = next;
}

/** Folds a text to its letters and digits, in a time in proportion to its length. */
export function foldLetters(text: string): Letters {
  table ??= new Uint16Array(0x10000);
  const progress = { codes: new Uint16Array(text.length), at: new Int32Array(text.length), length: 0, next: 0 };
  for (;;) {
    foldRun(text, table, progress);
    const { next } = progress;
    if (next === text.length) break;
    const code = text.charCodeAt(next);
    if (table[code] === unknown && learn(table, code) !== several) continue;
    const isPair = (code & 0xfc00) === 0xd800 && (text.charCodeAt(next + 1) & 0xfc00) === 0xdc00;
    const letters = isPair ? foldCharacter(text.slice(next, next + 2)) : (expansions.get(code) ?? '');
    makeRoom(progress, progress.length + letters.length + text.length - next);
    for (let i = 0; i < letters.length; i++) {
      progress.codes[progress.length] = letters.charCodeAt(i);
      progress.at[progress.length++] = next;
    }
    progress.next = next + (isPair ? 2 : 1);
  }
  const codes = progress.codes.subarray(0, progress.length);
  return { letters: stringOf(codes), codes, at: progress.at.subarray(0, progress.length) };
}

/** One byte a letter where that will do, as for most pages: made four times as fast, and searched faster. */
function stringOf(codes: Uint16Array<ArrayBuffer>): string {
  const bytes = new Uint8Array(codes.length);
  let all = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    all |= code;
    bytes[i] = code;
  }
  // The encoding named latin1 differs from Latin-1 between 0x80 and 0x9f, where there are no letters.
  if (all < 0x100) return new TextDecoder('latin1').decode(bytes);
  return new TextDecoder('utf-16le', { fatal: false, ignoreBOM: true }).decode(codes);
}

function makeRoom(progress: Progress, needed: number): void {
  if (needed <= progress.codes.length) return;
  const codes = new Uint16Array(needed + (needed >> 1));
  const at = new Int32Array(codes.length);
  codes.set(progress.codes);
  at.set(progress.at);
  Object.assign(progress, { codes, at });
}

/** Folds a page once, for finding many quotes in it. */
export const foldText = (text: string): Folded => ({ text, ...foldLetters(text) });

/** The last text that was folded for one find, for the next in it; whoever needs the memory may have it. */
let lastFolded: WeakRef<Folded> | undefined;

/** Folds a text, or has it folded from the time before. */
export function foldedLast(text: string): Folded {
  const last = lastFolded?.deref();
  if (last?.text === text) return last;
  const folded = foldText(text);
  lastFolded = new WeakRef(folded);
  return folded;
}

/** Where the character ends that gave the code unit at `index`, with the accents that stand on it. */
export function endOf({ text, at }: Folded, index: number): number {
  const start = at[index] ?? 0;
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && isAccent(text.charCodeAt(end))) end++;
  return end;
}

/** How many of the folded code units stand before an offset of the text. */
export function indexAt(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
