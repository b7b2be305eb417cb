import { endOf, type Folded, foldedLast, foldLetters, indexAt, type Letters } from './quote-fold.ts';
import { gramsOf, type Work } from './quote-grams.ts';
import { isSurrounded, type Passage, type Selector, wholePassage } from './quote-passage.ts';
import { exactPlace, nearPlace, type Pattern, type Place, patternOf } from './quote-place.ts';
import { placesOf } from './quote-places.ts';
import { repeatsOf, search } from './quote-search.ts';

/** Where a passage stands in a text. */
export interface Found {
  start: number;
  end: number;
  /** How much of the quote and its surroundings is there, from 0 to 1; `matchOf` says what it means. */
  score: number;
}

/** From here on, the words of the quote are as they were. */
const leastFound = 0.9;
const mostRepeats = 128;
const mostLongRepeats = 8;
const mostExact = 4;
const mostPlaces = 6;

/** Whether a passage was found as it was, typographic differences aside, or edited since. */
export const matchOf = (score: number): 'found' | 'edited' => (score >= leastFound ? 'found' : 'edited');

/**
 * Where a passage stands in a text as it is now; `null` where it is gone, and where nothing tells it from its like.
 * A page in which many are looked for is folded once: by `foldText`, or by asking for one after the other. What a
 * selector lacks besides its words makes the answer stricter, never wrong.
 */
export function find(page: Folded | string, selector: Selector, work: Work = { steps: 0 }): Found | null {
  const passage = wholePassage(selector);
  const text = typeof page === 'string' ? page : page.text;
  const same = unchanged(text, passage);
  if (same) return same;
  const folded = typeof page === 'string' ? foldedLast(page) : page;
  const [prefix, quote, suffix] = [
    foldLetters(passage.prefix),
    foldLetters(passage.exact),
    foldLetters(passage.suffix),
  ];
  if (quote.letters === '') return null;
  const pattern = patternOf(prefix.codes, quote.codes, suffix.codes);
  const letters = prefix.letters + quote.letters + suffix.letters;
  const hint = indexAt(folded.at, passage.start);

  const whole = nearest(folded.letters, letters, hint - pattern.start);
  if (whole === 'several') return null;
  if (whole !== undefined) return answer(folded, passage, pattern, entire(pattern, whole));
  const places = repeatsOf(folded.letters, quote.letters, quote.letters.length > 500 ? mostLongRepeats : mostRepeats)
    .map((at) => ({ at, score: around(folded.codes, pattern, at), far: Math.abs(at - hint) }))
    .sort((a, b) => b.score - a.score || a.far - b.far)
    .slice(0, mostExact)
    .map(({ at }) => exactPlace(folded.codes, pattern, at, work));
  if (letters.length >= 16 && !places.some(({ score }) => score > letters.length * 0.9)) {
    for (const at of placesOf(folded.codes, gramsOf(pattern.codes, 6), mostPlaces, work)) {
      const place = nearPlace(folded.codes, pattern, at, work);
      if (place) places.push(place);
      if (place && place.score > letters.length * 0.9) break;
    }
  }
  const best = places.reduce<Place | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (
    !best ||
    !accepts(pattern, best, isSurrounded(selector)) ||
    isElsewhere(folded.letters, [prefix, quote, suffix], best)
  )
    return null;
  return answer(folded, passage, pattern, best);
}

/** The passage where nothing has changed around it, nearest to where it was. */
function unchanged(text: string, { prefix, exact, suffix, start }: Passage): Found | undefined {
  if (exact === '') return undefined;
  const from = nearest(text, prefix + exact + suffix, start - prefix.length);
  if (typeof from !== 'number') return undefined;
  const found = from + prefix.length;
  return { start: found, end: found + exact.length, score: 1 };
}

/** The fewest letters that say something by themselves, wherever they stand. */
const telling = 32;

/** Where a text holds another, nearest to `hint`; several where it is too short to tell which is meant. */
function nearest(text: string, wanted: string, hint: number): number | 'several' | undefined {
  if (hint >= 0 && text.startsWith(wanted, hint)) return hint;
  const found = repeatsOf(text, wanted, mostLongRepeats);
  if (found.length === mostLongRepeats && hint > 0) {
    const later = search(text, wanted, hint);
    if (later >= 0) found.push(later);
  }
  if (found.length > 1 && wanted.length < telling) return 'several';
  return found.sort((a, b) => Math.abs(a - hint) - Math.abs(b - hint))[0];
}

const entire = ({ codes, start, end }: Pattern, at: number): Place => ({
  start: at + start,
  end: at + end,
  prefix: start,
  quote: end - start,
  suffix: codes.length - end,
  score: codes.length,
});

/** How many letters around a quote at `at` are as they were, up to the first that is not. */
function around(text: Uint16Array, { codes, start, end }: Pattern, at: number): number {
  let left = 0;
  while (left < start && codes[start - 1 - left] === text[at - 1 - left]) left++;
  let right = 0;
  const close = at + end - start;
  while (end + right < codes.length && codes[end + right] === text[close + right]) right++;
  return left + right;
}

/** Whether this is the passage: judged by the quote and its surroundings together, the stricter the less there is. */
function accepts({ codes, start, end }: Pattern, { prefix, quote, suffix, ...place }: Place, both: boolean): boolean {
  const length = end - start;
  const kept = quote / length;
  const context = prefix + suffix;
  const span = place.end - place.start;
  if (kept >= intact && span <= length * 1.05) return length + context >= telling;
  const least = Math.min((prefix + 1) / (start + 1), (suffix + 1) / (codes.length - end + 1));
  if (kept < (length < telling && least > 0.9 ? 0.2 : 0.4) || quote / span < 0.25) return false;
  // Clipped without surroundings, as the browser's own viewers do: the words have to speak for themselves.
  if (codes.length === length) return kept >= 0.8 && quote / span >= 0.8 && quote >= telling;
  // Where the surroundings of one side are not known, what stands beside the others may have taken its place.
  if (!both && (kept < 0.58 || quote / span < 0.58)) return false;
  if (kept < 0.6 && least < 0.5) return false;
  return context / (codes.length - length) >= 1 - 0.75 * kept;
}

/** From here on, a quote that has lost a letter or two is not taken for another. */
const intact = 0.98;

/** How many letters next to a quote say where it stood. */
const beside = 16;

/**
 * Whether the surroundings still stand somewhere else, with the quote between them deleted or rewritten: then what was
 * found is only like it.
 */
function isElsewhere(text: string, [prefix, quote, suffix]: [Letters, Letters, Letters], best: Place): boolean {
  const length = quote.letters.length;
  if (best.quote >= intact * length || Math.min(prefix.letters.length, suffix.letters.length) < beside) return false;
  const [before, after] = [prefix.letters.slice(-beside), suffix.letters.slice(0, beside)];
  const homes = repeatsOf(text, before, mostRepeats)
    .map((at) => at + beside)
    .filter((at) => text.slice(at, at + 2 * length + 64).includes(after));
  // Where nothing is left between them; but the quote may itself end or begin as they do.
  const isOdd = quote.letters.endsWith(before) || quote.letters.startsWith(after);
  if (length > beside && !isOdd && homes.some((at) => text.startsWith(after, at))) return true;
  return homes.length > 0 && !homes.some((at) => Math.abs(at - best.start) <= beside);
}

/** The figures in a text. Folded, 1.5 and 15 are the same; to a reader they are not. */
const figuresIn = (text: string): string => (text.normalize('NFKC').match(/\d(?:[.,:/]?\d)*/g) ?? []).join(' ');

/** A mark that is neither letter nor digit nor space, such as a quotation mark or a full stop. */
const isMark = (character: string): boolean => /[^\p{L}\p{N}\p{M}\s]/u.test(character);

/** A place's offsets in the text, with the marks at its ends where the quote had some. */
function offsetsOf({ text, at, ...page }: Folded, exact: string, place: Place): { start: number; end: number } {
  let start = at[place.start] ?? text.length;
  let end = endOf({ text, at, ...page }, place.end - 1);
  for (let i = 0; isMark(exact.charAt(i)) && isMark(text.charAt(start - 1)); i++) start--;
  for (let i = exact.length - 1; isMark(exact.charAt(i)) && isMark(text.charAt(end)); i--) end++;
  return { start, end };
}

function answer(page: Folded, { exact }: Passage, pattern: Pattern, place: Place): Found {
  const { start, end } = offsetsOf(page, exact, place);
  const isWhole = place.quote === pattern.end - pattern.start && place.quote === place.end - place.start;
  const share = (place.prefix + place.quote + place.suffix) / pattern.codes.length;
  if (isWhole && figuresIn(exact) === figuresIn(page.text.slice(start, end)))
    return { start, end, score: leastFound + (1 - leastFound) * share };
  return { start, end, score: share * 0.89 };
}
