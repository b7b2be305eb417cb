/** One word of a text: where it stands, and what it is compared by. */
export interface Word {
  /** Without its ending: what 'reads' and 'reading' have in common. */
  stem: string;
  /** In small letters, where it stands as an abbreviation (SEND, PA); elsewhere `undefined`. */
  abbreviation: string | undefined;
  /** It is one for sure: it stands in capitals in a text that has small letters too. */
  capitals: boolean;
  start: number;
  end: number;
  /** Which sentence it belongs to, from 0. */
  sentence: number;
}

/** Words of a sentence beyond which it is counted as several: news arrives without its full stops. */
const longSentence = 32;

/** A text is read as far as this: longer than any passage, short enough for a slow laptop. In characters. */
export const mostCharacters = 20_000;

/** Words that only look as if they had an ending, or whose ending makes another word of them. */
const whole = new Set(
  `maths mathematics physics news this bias during thing bring spring string evening morning being need speed early left
  marking benchmarking planning biting reading writing speaking listening feelings setting staffing training coding housing building coaching meeting bidding innings housing grooming engineering
  pressing counselling parenting dancing clothing feed seed bleed indeed proceed hundred sacred united kingdom`.split(
    /\s+/,
  ),
);

const irregular: { [word: string]: string } = {
  children: 'child',
  taught: 'teach',
  spoke: 'speak',
  spoken: 'speak',
  wrote: 'writ',
  written: 'writ',
};

/**
 * A word without its ending. It takes off plurals, -ed and -ing and no more: 'persistent' and 'persistence' stay apart,
 * since a table of terms can name both, while a bolder stemmer makes one word of 'university' and 'universal'.
 */
export function stemOf(word: string): string {
  const known = irregular[word] ?? (whole.has(word) ? word : undefined);
  if (known) return known;
  let stem = word;
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && /[^su]s$/.test(stem)) stem = stem.slice(0, -1);
  if (whole.has(stem)) return stem;
  const ending = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(stem)?.[1];
  if (ending && ending.length > 2 && !stem.endsWith('eed')) {
    // 'planned' and 'dropping' double their last letter; 'spelling' and 'missing' have it from the start.
    stem = ending.length > 3 && /([bdgmnprt])\1$/.test(ending) ? ending.slice(0, -1) : ending;
  } else if (stem.length > 4 && stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** The words of a text in order, each with its place and its sentence; a heading or a line is a sentence of its own. */
export function readWords(text: string): Word[] {
  const read = text.slice(0, mostCharacters);
  // Where a text has no capitals, or nothing else, they cannot tell an abbreviation from a word.
  const mixed = /\p{Lu}/u.test(read) && /\p{Ll}/u.test(read);
  const words: Word[] = [];
  let [sentence, length, last] = [0, 0, 0];
  for (const match of read.matchAll(wordPattern)) {
    const [raw] = match;
    const between = read.slice(last, match.index);
    last = match.index + raw.length;
    const ends = /[\n\r•]|[.!?…]["'”’)\]]*\s|;\s/.test(between);
    if (length > 0 && (ends || length >= longSentence)) [sentence, length] = [sentence + 1, 0];
    const plain = raw.replace(/['’](?:\p{L}{0,2})$/u, '').replace(/['’]/g, '');
    const lower = plain.toLowerCase();
    // What is left of "it's" and "pupils'" where a text was stripped of its marks.
    if (lower === 's' || lower === 't' || lower === '') continue;
    length++;
    const isCapitals = /\p{Lu}.*\p{Lu}/u.test(plain);
    words.push({
      stem: stemOf(lower),
      abbreviation: !mixed || isCapitals ? lower : undefined,
      capitals: mixed && isCapitals,
      start: match.index,
      end: match.index + raw.length,
      sentence,
    });
  }
  return words;
}
