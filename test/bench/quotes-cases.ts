import { describe, type Passage } from '../../shared/evidence/quote.ts';
import type { Change, Page } from './quotes-changes.ts';
import { type Chance, chanceOf, type Prose } from './quotes-text.ts';

/** A passage that was clipped, the page as it is now, and where the passage is in it: `null` where it is gone. */
export interface Case {
  kind: string;
  document: string;
  passage: Passage;
  text: string;
  truth: { start: number; end: number } | null;
}

const join = ({ before, lead, quote, tail, after }: Page) => {
  const head = `${before.join('\n')}${before.length > 0 ? '\n' : ''}${lead}`;
  const text = `${head}${quote}${tail}${after.length > 0 ? '\n' : ''}${after.join('\n')}`;
  return { text, start: head.length, end: head.length + quote.length };
};

/** Chooses a passage of a text: a phrase, a sentence, a few of them or a whole block. */
function choose({ text }: Prose, { size, least = 1 }: Change, chance: Chance): Page | undefined {
  const blocks = text.split('\n');
  const at = chance.below(blocks.length);
  const block = blocks[at] ?? '';
  if (block.length < 60) return undefined;
  const kind = size ?? chance.pick(['phrase', 'part', 'sentence', 'sentence', 'sentences', 'block'] as const);
  const stops = [0, ...[...block.matchAll(/[.:;] (?=\p{Lu})/gu)].map(({ index }) => index + 2), block.length];
  let [start, end] = [0, block.length];
  if (kind === 'phrase' || kind === 'part') {
    const words = [...block.matchAll(/\S+/g)];
    const count = kind === 'phrase' ? 2 + chance.below(4) : 7 + chance.below(8);
    const first = chance.below(Math.max(1, words.length - count));
    const last = words[Math.min(words.length, first + count) - 1];
    start = words[first]?.index ?? 0;
    end = (last?.index ?? 0) + (last?.[0].length ?? 0);
  } else if (kind !== 'block') {
    const first = chance.below(stops.length - 1);
    const count = kind === 'sentence' ? 1 : 2 + chance.below(3);
    start = stops[first] ?? 0;
    end = stops[Math.min(stops.length - 1, first + count)] ?? block.length;
  }
  while (end > start && /\s/.test(block.charAt(end - 1))) end--;
  const quote = block.slice(start, end);
  const letters = quote.match(/\p{L}/gu)?.length ?? 0;
  // Rows of a table and rules of a grammar are no prose.
  if (letters < 0.75 * quote.replace(/\s/g, '').length) return undefined;
  if (letters < 8 || (size === 'sentence' && letters < 30) || (quote.match(/\S+/g)?.length ?? 0) < least)
    return undefined;
  const [before, after] = [blocks.slice(0, at), blocks.slice(at + 1)];
  return { before, lead: block.slice(0, start), quote, tail: block.slice(end), after };
}

const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const gram = 10;

/** How often a text has each run of so many letters. */
function gramsOf(text: string): Map<string, number> {
  const letters = squeeze(text);
  const counts = new Map<string, number>();
  for (let i = 0; i + gram <= letters.length; i++) {
    const one = letters.slice(i, i + gram);
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

/** Whether a text has a passage, or most of its words in their order, more than once: it has no one true place then. */
function isRepeated(counts: Map<string, number>, { lead, quote, tail }: Page): boolean {
  const letters = squeeze(quote.length >= 60 ? quote : `${lead.slice(-60)}${quote}${tail.slice(0, 60)}`);
  let again = 0;
  for (let i = 0; i + gram <= letters.length; i++) if ((counts.get(letters.slice(i, i + gram)) ?? 0) > 1) again++;
  return again > (letters.length - gram) * 0.5;
}

/** As many cases of a change as asked for, of one text. */
function casesOf(prose: Prose, counts: Map<string, number>, change: Change, count: number, chance: Chance): Case[] {
  const cases: Case[] = [];
  const tools = { chance, words: prose.words };
  for (let tries = 0; cases.length < count && tries < count * 200; tries++) {
    const chosen = choose(prose, change, chance);
    // What the page repeats by itself is left out; repetitions that are meant are put in below.
    if (!chosen || isRepeated(counts, chosen) || (chosen.before.length < 3 && chosen.after.length < 3)) continue;
    const original = join(change.before?.(chosen, tools) ?? chosen);
    const start = original.text.indexOf(`${chosen.lead}${chosen.quote}${chosen.tail}`) + chosen.lead.length;
    const page = change.before ? pageAt(original, chosen) : chosen;
    const clipped = describe(original.text, original.start, original.end);
    if (!page || start < 0) continue;
    const changed = join(change.change(page, tools));
    // What is gone has to be gone: the page may have held the same words elsewhere.
    if (change.gone && squeeze(changed.text).includes(squeeze(chosen.quote))) continue;
    if (!change.gone && changed.start === changed.end) continue;
    // A text that was put together is one string from here on, so that no matcher pays for that.
    changed.text.charCodeAt(0);
    cases.push({
      kind: change.name,
      document: prose.name,
      passage: clipped,
      text: changed.text,
      truth: change.gone ? null : { start: changed.start, end: changed.end },
    });
  }
  return cases;
}

function pageAt({ text, start, end }: ReturnType<typeof join>, { lead, quote, tail }: Page): Page | undefined {
  const from = start - lead.length;
  const to = end + tail.length;
  if (text.slice(from, to) !== `${lead}${quote}${tail}`) return undefined;
  const before = from > 0 ? text.slice(0, from - 1).split('\n') : [];
  const after = to < text.length ? text.slice(to + 1).split('\n') : [];
  return { before, lead, quote, tail, after };
}

/** Cases of every change, of every text, one after another: all at once would fill the memory. */
export function* makeCases(texts: readonly Prose[], changes: readonly Change[], each: number, seed: number) {
  const chance = chanceOf(seed);
  for (const prose of texts) {
    const counts = gramsOf(prose.text);
    for (const change of changes) yield* casesOf(prose, counts, change, each, chance);
  }
}
