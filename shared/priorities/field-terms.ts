import type { Concept } from './field-concept.ts';
import { fieldWords } from './field-words.ts';
import { fieldWordsPupils } from './field-words-pupils.ts';
import { fieldWordsStaff } from './field-words-staff.ts';
import { fieldWordsWider } from './field-words-wider.ts';
import { stemOf, type Word } from './suggest-words.ts';

/** Every subject that the suggester knows, by its name. */
export const concepts: Readonly<Record<string, Concept>> = {
  ...fieldWords,
  ...fieldWordsPupils,
  ...fieldWordsStaff,
  ...fieldWordsWider,
};

/** Whether a subject is a matter, and not which pupils or at what age. */
export const isTopic = (name: string): boolean => !concepts[name]?.group && !concepts[name]?.phase;

/** Whether it is a matter that few pages touch on: not results, money or the like. */
export const isNarrow = (name: string): boolean => isTopic(name) && !concepts[name]?.wide;

/** What a term is worth as evidence of its subject. */
export const worth = { sure: 3, likely: 1.4, hint: 0.4, called: 2 } as const;

/** A place in a text that speaks of subjects: words `from` to before `to`, and what each subject has from it. */
export interface Mention {
  from: number;
  to: number;
  of: ReadonlyMap<string, number>;
}

type Values = Map<string, number>;

/** Where a term is looked for: in what people read, or in a priority's title, where nothing is 'not meant'. */
type Where = 'texts' | 'titles';

interface Node {
  next: Map<string, Node>;
  /** What follows after up to three words of any kind. */
  gap?: Node;
  /** Subjects that a term ending here speaks of; none where it is one that is not meant. */
  texts?: Values;
  titles?: Values;
}

const newNode = (): Node => ({ next: new Map() });

/** The words of each term of a list, as they are compared. An abbreviation is kept apart: SEND is not 'send'. */
function termsOf(list: string): string[][] {
  const terms = list
    .replace(/['’]s?(?![a-z])|['’]/g, '')
    .replace(/-/g, ' ')
    .split(',');
  return terms.flatMap((term) => {
    const parts = term.split(/\s+/).filter((part) => part !== '');
    const keys = parts.map((part) => {
      const lower = part.toLowerCase();
      return part.length > 1 && part.slice(1) !== lower.slice(1) ? `^${lower}` : stemOf(lower);
    });
    return keys.length > 0 ? [keys] : [];
  });
}

/** Where a term ends in the tree; the way there is made. */
function endOf(root: Node, term: readonly string[]): Node {
  let node = root;
  for (const key of term) {
    let next = key === '…' ? node.gap : node.next.get(key);
    if (!next) {
      next = newNode();
      if (key === '…') node.gap = next;
      else node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

function put(node: Node, where: Where, concept: string, value: number): void {
  node[where] ??= new Map();
  const values = node[where];
  values.set(concept, Math.max(value, values.get(concept) ?? 0));
}

let planted: Node | undefined;

/** The terms as a tree of words, made when first asked for. */
function tree(): Node {
  if (planted) return planted;
  const root = newNode();
  for (const [name, concept] of Object.entries(concepts)) {
    for (const kind of ['sure', 'likely', 'hint'] as const) {
      for (const term of termsOf(concept[kind])) {
        const end = endOf(root, term);
        put(end, 'texts', name, worth[kind]);
        put(end, 'titles', name, worth[kind]);
      }
    }
    for (const term of termsOf(concept.not)) endOf(root, term).texts ??= new Map();
    for (const term of termsOf(concept.called ?? '')) {
      const end = endOf(root, term);
      // What is both a term of the field and what leaders call it names it outright.
      const both = (end.titles?.get(name) ?? 0) >= worth.likely;
      put(end, 'titles', name, both ? worth.sure : worth.called);
    }
  }
  planted = root;
  return root;
}

/** A term found: before which word it ends, what it speaks of, and whether any words stand within it. */
interface Found {
  to: number;
  of: Values;
  gap: boolean;
}

/** The longest term that begins at a word: its end, and its subjects. */
function longest(words: readonly Word[], at: number, where: Where): Found | undefined {
  let best: Found | undefined;
  const sentence = words[at]?.sentence;
  const walk = (here: Node, i: number, gap: boolean) => {
    const of = here[where];
    if (of && i > at && (!best || i > best.to || (i === best.to && best.of.size === 0))) best = { to: i, of, gap };
    if (here.gap) {
      for (let skip = 0; skip <= 3; skip++) step(here.gap, i + skip, true);
    }
    step(here, i, gap);
  };
  const step = (here: Node, i: number, gap: boolean) => {
    const word = words[i];
    if (word?.sentence !== sentence || !word) return;
    const { abbreviation, capitals, stem } = word;
    const short =
      abbreviation && (here.next.get(`^${abbreviation}`) ?? here.next.get(`^${abbreviation.replace(/s$/, '')}`));
    if (short) walk(short, i + 1, gap);
    // 'SEND to' is not 'send to'.
    const plain = capitals && short ? undefined : here.next.get(stem);
    if (plain) walk(plain, i + 1, gap);
  };
  walk(tree(), at, false);
  return best;
}

/** Every place where the words speak of a subject that the field knows. The longest term wins, from the left. */
export function mentionsIn(words: readonly Word[], where: Where = 'texts'): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < words.length; i++) {
    const found = longest(words, i, where);
    if (!found) continue;
    if (found.of.size > 0) mentions.push({ from: i, to: found.to, of: found.of });
    // What stands within a gap may speak for itself.
    if (!found.gap) i = found.to - 1;
  }
  return mentions;
}
