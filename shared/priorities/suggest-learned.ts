import { isCommon } from './suggest-common.ts';
import type { Reading } from './suggest-evidence.ts';
import type { PriorityText } from './suggest-profile.ts';
import { judge } from './suggest-score.ts';
import { type Tuning, tuning } from './suggest-tuning.ts';

/** A passage that the cluster tagged, with the priorities that people settled on. None is an answer too. */
export interface Example {
  text: string;
  priorities: readonly string[];
}

/**
 * What a cluster's own tags have taught: plain data, to be kept as it is (JSON) and changed by one example at a time.
 * It holds no passage: for each word of what was tagged, how often it was met, and by how much people then differed
 * from the suggestion that the field's words alone would have made.
 */
export interface Learned {
  v: 1;
  /** How many examples it is made of. */
  n: number;
  /** In how many examples each word or subject was. */
  met: Record<string, number>;
  /** For each priority and word: the sum of what people said (1 or 0) less what had been thought (0 to 1). */
  differed: Record<string, Record<string, number>>;
}

export const nothingLearned: Learned = { v: 1, n: 0, met: {}, differed: {} };

/** Words of one example that are kept: the most frequent, so that a long passage does not drown a short one. */
const mostWords = 60;

/** Words in all; beyond it, those that were met once are forgotten. About 100 kB of JSON. */
const mostMet = 6000;

/** What a text is remembered by: subjects that it names (`#reading`) and its own words. */
function marksOf({ words, mentions }: Reading): string[] {
  const counts = new Map<string, number>();
  for (const { stem } of words) if (!isCommon(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const stems = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostWords);
  const named = new Set(mentions.flatMap(({ of }) => [...of].flatMap(([name, value]) => (value > 1 ? [name] : []))));
  return [...[...named].map((name) => `#${name}`), ...stems.map(([stem]) => stem)];
}

const changed = (record: Record<string, number> | undefined, marks: string[], by: number): Record<string, number> => {
  const next: Record<string, number> = { ...record };
  for (const mark of marks) {
    const value = Math.round(((Object.hasOwn(next, mark) ? (next[mark] ?? 0) : 0) + by) * 1000) / 1000;
    if (Math.abs(value) < 0.002) delete next[mark];
    else next[mark] = value;
  }
  return next;
};

function forgetRare(learned: Learned): Learned {
  if (Object.keys(learned.met).length <= mostMet) return learned;
  const met = Object.fromEntries(Object.entries(learned.met).filter(([, count]) => count > 1));
  const differed = Object.fromEntries(
    Object.entries(learned.differed).map(([id, sums]) => [
      id,
      Object.fromEntries(Object.entries(sums).filter(([mark]) => Object.hasOwn(met, mark))),
    ]),
  );
  return { ...learned, met, differed };
}

function change(
  learned: Learned,
  example: Example,
  priorities: readonly PriorityText[],
  sign: 1 | -1,
  t: Tuning,
): Learned {
  const { reading, judged } = judge(String(example.text ?? ''), priorities, t);
  const marks = marksOf(reading);
  const differed = { ...learned.differed };
  priorities.forEach(({ id }, i) => {
    const by = (example.priorities.includes(id) ? 1 : 0) - (judged[i]?.score ?? 0);
    differed[id] = changed(Object.hasOwn(differed, id) ? differed[id] : undefined, marks, sign * by);
  });
  return forgetRare({ v: 1, n: Math.max(0, learned.n + sign), met: changed(learned.met, marks, sign), differed });
}

/**
 * What is known after one more example. `priorities` are those that the cluster had to choose from.
 * What was given is left as it was.
 */
export const learn = (learned: Learned, example: Example, priorities: readonly PriorityText[]): Learned =>
  change(learned, example, priorities, 1, tuning);

/** What is known without an example that had been learnt, with the same priorities: a tag was changed or taken back. */
export const unlearn = (learned: Learned, example: Example, priorities: readonly PriorityText[]): Learned =>
  change(learned, example, priorities, -1, tuning);

/** What is known from a whole list, from the beginning. */
export const learnAll = (examples: readonly Example[], priorities: readonly PriorityText[]): Learned =>
  examples.reduce((learned, example) => learn(learned, example, priorities), nothingLearned);

/** By how much to move a score, and the words that say so (stems, the weightiest first). */
export interface Lesson {
  by: number;
  stems: string[];
}

/** A word is half known when it was met so often. */
const halfKnown = 4;

/** What a cluster taught counts as much as the field's words do when so much of a text is known. A share. */
const halfTaught = 0.2;

/** A subject is worth so many words, since it stands for all the words that name it. */
const subjectWeight = 3;

/** What the examples that are like a text teach of one priority: how people differed there, as far as it is known. */
export function lessonFor(id: string, reading: Reading, learned: Learned): Lesson {
  const sums = Object.hasOwn(learned.differed, id) ? learned.differed[id] : undefined;
  if (learned.n <= 0 || !sums) return { by: 0, stems: [] };
  let [all, known, differed] = [0, 0, 0];
  const parts: { stem: string; part: number }[] = [];
  for (const mark of marksOf(reading)) {
    const met = Object.hasOwn(learned.met, mark) ? (learned.met[mark] ?? 0) : 0;
    // What is in most of what this cluster reads tells little of any one passage.
    const rarity = Math.log((learned.n + 50) / (met + 1));
    const weight = rarity * (mark.startsWith('#') ? subjectWeight : 1);
    all += weight;
    if (met <= 0) continue;
    const part = (weight / (met + halfKnown)) * (Object.hasOwn(sums, mark) ? (sums[mark] ?? 0) : 0);
    known += (weight * met) / (met + halfKnown);
    differed += part;
    if (part > 0 && !mark.startsWith('#')) parts.push({ stem: mark, part });
  }
  if (known === 0) return { by: 0, stems: [] };
  const share = known / all;
  const by = (differed / known) * (share / (share + halfTaught));
  parts.sort((a, b) => b.part - a.part);
  return { by: Math.max(-1, Math.min(1, by)), stems: parts.map(({ stem }) => stem) };
}
