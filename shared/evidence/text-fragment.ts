import type { Passage } from './quote.ts';

/** How many words stand for the beginning and the end of a long passage, and for each of its surroundings. */
const ends = 5;
const around = 3;

/** A passage with no more words than this is said in full. */
const short = 10;

/** What the syntax gives a meaning of its own besides what is encoded anyway. A page may have halves of characters. */
const encode = (words: readonly string[]) => encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');

const wordsOf = (line: string) => line.split(/\s+/).filter(Boolean);
const linesOf = (text: string) => text.split(/\n+/).map(wordsOf);

/**
 * An address that opens at a passage: with a text directive (`#:~:text=prefix-,start,end,-suffix`), which browsers that
 * know it follow and others leave alone. Each of its parts stays within a block of the page, as the directive asks.
 */
export function atPassage(url: string, { exact, prefix, suffix }: Passage): string {
  // A passage that begins or ends inside a word is found by the whole word.
  const lead = /\S*$/.exec(/^\s/.test(exact) ? '' : prefix)?.[0] ?? '';
  const trail = /^\S*/.exec(/\s$/.test(exact) ? '' : suffix)?.[0] ?? '';
  const lines = linesOf(`${lead}${exact}${trail}`).filter((words) => words.length > 0);
  const [first = []] = lines;
  const last = lines.at(-1) ?? [];
  if (first.length === 0) return url;
  const whole = lines.length === 1 && first.length <= short;
  const quoted = whole ? encode(first) : `${encode(first.slice(0, ends))},${encode(last.slice(-ends))}`;
  const before = linesOf(prefix.slice(0, prefix.length - lead.length)).findLast((words) => words.length > 0) ?? [];
  const after = linesOf(suffix.slice(trail.length)).find((words) => words.length > 0) ?? [];
  // The outermost word of what was kept may be a part of one.
  const prefixed = before.slice(before.length > around ? -around : 1);
  const suffixed = after.slice(0, after.length > around ? around : -1);
  const directive = [
    prefixed.length > 0 ? `${encode(prefixed)}-,` : '',
    quoted,
    suffixed.length > 0 ? `,-${encode(suffixed)}` : '',
  ].join('');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}
