import { type Chance, editShare, editWords, sentenceOf, setAnew } from './quotes-text.ts';

/** A page around one of its passages: the blocks before, its own block in three parts, the blocks after. */
export interface Page {
  before: string[];
  lead: string;
  quote: string;
  tail: string;
  after: string[];
}

export interface Tools {
  chance: Chance;
  words: readonly string[];
}

/** A kind of change. `before` says what the page holds besides the passage before it is clipped. */
export interface Change {
  name: string;
  /** The passage is gone afterwards. */
  gone?: true;
  /** The fewest words of a passage that this can be done to. */
  least?: number;
  size?: 'phrase' | 'sentence';
  before?(page: Page, tools: Tools): Page;
  change(page: Page, tools: Tools): Page;
}

const boilerplate = ({ words, chance }: Tools, blocks: number) =>
  Array.from({ length: blocks }, () => sentenceOf(words, chance, 2 + chance.below(12)));

function shuffle<T>(list: readonly T[], chance: Chance): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}

/** Blocks in sections of some hundred characters: what is moved about in a page is seldom one line of a list. */
function sections(blocks: readonly string[], least: number): string[][] {
  const all: string[][] = [];
  let length = least;
  for (const block of blocks) {
    if (length >= least) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(block);
    length += block.length;
  }
  return all;
}

/** Puts the passage's own section somewhere among the others. */
function reordered(page: Page, chance: Chance, order: (all: string[][]) => string[][]): Page {
  const least = 300 + chance.below(900);
  const before = sections(page.before.toReversed(), least)
    .map((section) => section.toReversed())
    .reverse();
  const after = sections(page.after, least);
  const own = chance.next() < 0.5 ? [before.pop() ?? [], []] : [[], after.shift() ?? []];
  const others = order([...before, ...after]);
  const at = chance.below(others.length + 1);
  return {
    ...page,
    before: [...others.slice(0, at), own[0] ?? []].flat(),
    after: [own[1] ?? [], ...others.slice(at)].flat(),
  };
}

const reorder = (page: Page, { chance }: Tools): Page => reordered(page, chance, (all) => shuffle(all, chance));
const move = (page: Page, { chance }: Tools): Page => reordered(page, chance, (all) => all);

/** Puts a sentence into one of the other blocks, between two of its sentences or at its end. */
function insertElsewhere(page: Page, text: string, chance: Chance): Page {
  const all = [...page.before, ...page.after];
  const long = all.flatMap((block, i) => (block.length > 80 ? [i] : []));
  const at = long.length > 0 ? chance.pick(long) : chance.below(all.length);
  const block = all[at] ?? '';
  const stops = [...block.matchAll(/[.:;] /g)].map(({ index }) => index + 2);
  const stop = stops.length > 0 ? chance.pick(stops) : block.length;
  all[at] = `${block.slice(0, stop)}${stop === block.length ? ' ' : ''}${text} ${block.slice(stop)}`;
  return { ...page, before: all.slice(0, page.before.length), after: all.slice(page.before.length) };
}

const repeat =
  (times: number) =>
  (page: Page, { chance }: Tools) => {
    let repeated = page;
    for (let i = 0; i < times; i++) repeated = insertElsewhere(repeated, page.quote, chance);
    return repeated;
  };

const twin = (page: Page, { words, chance }: Tools) =>
  insertElsewhere(page, editWords(page.quote, 2 + chance.below(3), words, chance), chance);

const everywhere = (page: Page, edit: (text: string) => string): Page => ({
  before: page.before.map(edit),
  lead: edit(page.lead),
  quote: edit(page.quote),
  tail: edit(page.tail),
  after: page.after.map(edit),
});

const edited =
  (least: number, most = least) =>
  (page: Page, { words, chance }: Tools): Page => ({
    ...page,
    quote: editShare(page.quote, least + (most - least) * chance.next(), words, chance),
  });

const pageEdited =
  (share: number) =>
  (page: Page, { words, chance }: Tools): Page =>
    everywhere(page, (text) => {
      const count = (text.match(/\S+/g)?.length ?? 0) * share;
      return editWords(text, Math.floor(count + chance.next()), words, chance);
    });

const same = (page: Page): Page => page;
const removed = (page: Page): Page => ({ ...page, quote: '' });

/** A place between two words, not at the ends. */
function between(text: string, chance: Chance, from = 0.25, to = 0.75): number {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const inside = spaces.filter((at) => at > text.length * from && at < text.length * to);
  return inside.length > 0 ? chance.pick(inside) : (spaces[0] ?? text.length);
}

/** The changes of the first set, of the kinds of the measurements that the targets were taken from. */
export const firstSet: Change[] = [
  { name: 'unchanged', change: same },
  { name: 'set anew', change: (page, { chance }) => everywhere(page, (text) => setAnew(text, chance)) },
  { name: 'boilerplate before', change: (page, t) => ({ ...page, before: [...boilerplate(t, 30), ...page.before] }) },
  { name: 'blocks reordered', change: reorder },
  { name: '2% of its words edited', least: 8, change: edited(0.02) },
  { name: '5% of its words edited', least: 8, change: edited(0.05) },
  { name: '10% of its words edited', least: 8, change: edited(0.1) },
  { name: '20% of its words edited', least: 8, change: edited(0.2) },
  { name: 'whole page edited, 10%', change: pageEdited(0.1) },
  { name: 'repeated elsewhere', size: 'sentence', before: repeat(2), change: pageEdited(0.02) },
  {
    name: 'short phrase, repeated',
    size: 'phrase',
    before: repeat(8),
    change: (p, t) => move(pageEdited(0.02)(p, t), t),
  },
  { name: 'deleted', gone: true, change: removed },
  { name: 'rewritten, 85%', gone: true, least: 8, change: edited(0.85) },
];

/** Harder changes. */
export const secondSet: Change[] = [
  { name: 'unchanged', change: same },
  { name: 'set anew', change: (page, { chance }) => everywhere(page, (text) => setAnew(text, chance)) },
  { name: 'capitals', change: (page) => everywhere(page, (text) => text.toUpperCase()) },
  {
    name: 'boilerplate around',
    change: (page, t) => ({
      ...page,
      before: [...boilerplate(t, 20), ...page.before, ...boilerplate(t, 2)],
      after: [...boilerplate(t, 2), ...page.after, ...boilerplate(t, 20)],
    }),
  },
  { name: 'blocks reordered', change: (page, t) => reorder(pageEdited(0.03)(page, t), t) },
  { name: 'block moved', change: (page, t) => move(edited(0.05)(page, t), t) },
  {
    name: 'block split',
    least: 8,
    change(page, { chance, words }) {
      const at = between(page.quote, chance);
      const heading = sentenceOf(words, chance, 2 + chance.below(3)).slice(0, -1);
      return { ...page, quote: `${page.quote.slice(0, at)}\n${heading}\n${page.quote.slice(at + 1)}` };
    },
  },
  {
    name: 'blocks merged',
    change: (page, t) => {
      const { before, lead, tail, after, ...rest } = pageEdited(0.03)(page, t);
      return {
        ...rest,
        before: before.slice(0, -1),
        lead: `${before.at(-1) ?? ''} ${lead}`,
        tail: `${tail} ${after[0] ?? ''}`,
        after: after.slice(1),
      };
    },
  },
  {
    name: 'sentence put into it',
    least: 10,
    change(page, { chance, words }) {
      const at = between(page.quote, chance);
      return { ...page, quote: `${page.quote.slice(0, at)} ${sentenceOf(words, chance)}${page.quote.slice(at)}` };
    },
  },
  {
    name: 'cut short',
    least: 10,
    change(page, { chance }) {
      const end = chance.next() < 0.5;
      const at = end ? between(page.quote, chance, 0.55, 0.8) : between(page.quote, chance, 0.2, 0.45);
      return { ...page, quote: end ? page.quote.slice(0, at) : page.quote.slice(at + 1) };
    },
  },
  { name: 'revised, 30–50%', least: 8, change: edited(0.3, 0.5) },
  { name: 'whole page edited, 20%', change: pageEdited(0.2) },
  {
    name: 'surroundings rewritten',
    least: 8,
    change(page, { chance, words }) {
      const edit = (text: string) => editShare(text, 0.8, words, chance);
      const before = [...page.before.slice(0, -2), ...page.before.slice(-2).map(edit)];
      const after = [...page.after.slice(0, 2).map(edit), ...page.after.slice(2)];
      return { ...page, before, lead: page.lead && edit(page.lead), tail: page.tail && edit(page.tail), after };
    },
  },
  { name: 'duplicate, moved', size: 'sentence', before: repeat(2), change: (p, t) => move(pageEdited(0.03)(p, t), t) },
  { name: 'near-duplicate, edited', size: 'sentence', before: twin, change: edited(0.05, 0.15) },
  { name: 'near-duplicate, moved', size: 'sentence', before: twin, change: (p, t) => move(edited(0.04)(p, t), t) },
  { name: 'near-duplicate, deleted', gone: true, size: 'sentence', before: twin, change: removed },
  { name: 'deleted', gone: true, change: removed },
  {
    name: 'deleted with its block',
    gone: true,
    change: (page) => ({ ...page, lead: '', quote: '', tail: '', before: page.before.slice(0, -1) }),
  },
  { name: 'rewritten, 85%', gone: true, least: 8, change: edited(0.85) },
];
