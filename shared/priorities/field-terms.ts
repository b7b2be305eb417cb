import type { Concept } from './field-concept.ts';
import { fieldWords } from './field-words.ts';
import { fieldWordsStaff } from './field-words-staff.ts';
import { fieldWordsWider } from './field-words-wider.ts';
import { stemOf, type Word } from './suggest-words.ts';

/** Every subject that the suggester knows, by its name. */
export const concepts: Readonly<Record<string, Concept>> = { ...fieldWords, ...fieldWordsStaff, ...fieldWordsWider };

/** What a term is worth as evidence of its subject. */
export const worth = { sure: 3, likely: 1.4, hint: 0.4, called: 2 } as const;

/** A place in a text that speaks of subjects: words `from` to before `to`, and what each subject has from it. */
export interface Mention {
  from: number;
  to: number;
  of: ReadonlyMap<string, number>;
}

interface Node {
  next: Map<string, Node>;
  /** What follows after up to three words of any kind. */
  gap?: Node;
  /** Subjects that a term ending here speaks of; an empty map where it is one that is not meant. */
  of?: Map<string, number>;
}

const newNode = (): Node => ({ next: new Map() });

/** An abbreviation is kept apart from the word of the same letters: SEND is not 'send'. */
const keyOf = (part: string): string =>
  /\p{Lu}.*\p{Lu}/u.test(part) ? `^${part.toLowerCase()}` : stemOf(part.toLowerCase());

function termsOf(list: string): string[] {
  return list.split(',').flatMap((term) => term.trim().replace(/\s+/g, ' ') || []);
}

function plant(root: Node, term: string, concept: string, value: number): void {
  let node = root;
  for (const part of term.replace(/-/g, ' ').split(' ')) {
    if (part === '…') {
      node.gap ??= newNode();
      node = node.gap;
      continue;
    }
    const key = keyOf(part.replace(/['’]s?$/, '').replace(/['’]/g, ''));
    if (key === 's') continue;
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    node = next;
  }
  node.of ??= new Map();
  if (value > 0) node.of.set(concept, Math.max(value, node.of.get(concept) ?? 0));
}

const planted: { texts?: Node; titles?: Node } = {};

/**
 * The terms as a tree of words, made when first asked for. That of titles has what leaders call things, and nothing is
 * 'not meant' in it: nobody agrees a priority in passing.
 */
function tree(of: 'texts' | 'titles'): Node {
  const known = planted[of];
  if (known) return known;
  const root = newNode();
  for (const [name, concept] of Object.entries(concepts)) {
    for (const kind of ['sure', 'likely', 'hint'] as const) {
      for (const term of termsOf(concept[kind])) plant(root, term, name, worth[kind]);
    }
    if (of === 'texts') for (const term of termsOf(concept.not)) plant(root, term, name, 0);
    else {
      // What is both a term of the field and what leaders call it names it outright.
      const likely = new Set(termsOf(concept.likely).map(stemOf));
      for (const term of termsOf(concept.called ?? ''))
        plant(root, term, name, likely.has(stemOf(term)) ? worth.sure : worth.called);
    }
  }
  planted[of] = root;
  return root;
}

/** The longest term that begins at a word: its end, and its subjects. */
function longest(
  node: Node,
  words: readonly Word[],
  at: number,
): { to: number; of: Map<string, number>; gap: boolean } | undefined {
  let best: { to: number; of: Map<string, number>; gap: boolean } | undefined;
  const sentence = words[at]?.sentence;
  const walk = (here: Node, i: number, gap: boolean) => {
    if (here.of && i > at && (!best || i > best.to || (i === best.to && best.of.size === 0)))
      best = { to: i, of: here.of, gap };
    if (here.gap) {
      for (let skip = 0; skip <= 3; skip++) step(here.gap, i + skip, true);
    }
    step(here, i, gap);
  };
  const step = (here: Node, i: number, gap: boolean) => {
    const word = words[i];
    if (word?.sentence !== sentence || !word) return;
    const plain = here.next.get(word.stem);
    if (plain) walk(plain, i + 1, gap);
    if (word.abbreviation === undefined) return;
    const { abbreviation } = word;
    const short = here.next.get(`^${abbreviation}`) ?? here.next.get(`^${abbreviation.replace(/s$/, '')}`);
    if (short) walk(short, i + 1, gap);
  };
  walk(node, at, false);
  return best;
}

/** Every place where the words speak of a subject that the field knows. The longest term wins, from the left. */
export function mentionsIn(words: readonly Word[], of: 'texts' | 'titles' = 'texts'): Mention[] {
  const mentions: Mention[] = [];
  const root = tree(of);
  for (let i = 0; i < words.length; i++) {
    const found = longest(root, words, i);
    if (!found) continue;
    if (found.of.size > 0) mentions.push({ from: i, to: found.to, of: found.of });
    // What stands within a gap may speak for itself.
    if (!found.gap) i = found.to - 1;
  }
  return mentions;
}
