import { isCommon } from './suggest-common.ts';
import type { Reading } from './suggest-evidence.ts';
import type { PriorityText } from './suggest-profile.ts';
import { judge } from './suggest-score.ts';

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

/** Words in all; beyond it, those that were met once are forgotten. With three priorities at most some 200 kB of JSON. */
const mostMet = 4000;

/** What a text is remembered by: subjects that it names (`#reading`) and its own words. */
function marksOf({ words, mentions }: Reading): string[] {
  const counts = new Map<string, number>();
  for (const { stem } of words) if (!isCommon(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const stems = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostWords);
  const named = new Set(mentions.flatMap(({ of }) => [...of].flatMap(([name, value]) => (value > 1 ? [name] : []))));
  return [...[...named].map((name) => `#${name}`), ...stems.map(([stem]) => stem)];
}

function add(sums: Record<string, number>, marks: readonly string[], by: number): void {
  for (const mark of marks) {
    const value = Math.round(((Object.hasOwn(sums, mark) ? (sums[mark] ?? 0) : 0) + by) * 1000) / 1000;
    if (Math.abs(value) < 0.002) delete sums[mark];
    else sums[mark] = value;
  }
}

function forgetRare(draft: Learned): void {
  if (Object.keys(draft.met).length <= mostMet) return;
  for (const [mark, count] of Object.entries(draft.met)) {
    if (count > 1) continue;
    delete draft.met[mark];
    for (const sums of Object.values(draft.differed)) delete sums[mark];
  }
}

/** Changes a draft, which is the caller's own, by one example. */
function change(draft: Learned, example: Example, priorities: readonly PriorityText[], sign: 1 | -1): void {
  const { reading, judged } = judge(String(example.text ?? ''), priorities);
  const marks = marksOf(reading);
  draft.n = Math.max(0, draft.n + sign);
  add(draft.met, marks, sign);
  priorities.forEach(({ id }, i) => {
    const by = (example.priorities.includes(id) ? 1 : 0) - (judged[i]?.score ?? 0);
    const known = Object.hasOwn(draft.differed, id) ? draft.differed[id] : undefined;
    const sums = known ?? {};
    add(sums, marks, sign * by);
    if (!known) draft.differed[id] = sums;
  });
  forgetRare(draft);
}

const draftOf = ({ n, met, differed }: Learned): Learned => ({
  v: 1,
  n,
  met: { ...met },
  differed: Object.fromEntries(Object.entries(differed).map(([id, sums]) => [id, { ...sums }])),
});

/**
 * What is known after one more example. `priorities` are those that the cluster had to choose from.
 * What was given is left as it was.
 */
export function learn(learned: Learned, example: Example, priorities: readonly PriorityText[]): Learned {
  const draft = draftOf(learned);
  change(draft, example, priorities, 1);
  return draft;
}

/** What is known without an example that had been learnt, with the same priorities: a tag was changed or taken back. */
export function unlearn(learned: Learned, example: Example, priorities: readonly PriorityText[]): Learned {
  const draft = draftOf(learned);
  change(draft, example, priorities, -1);
  return draft;
}

/** What is known from a whole list, from the beginning. */
export function learnAll(examples: readonly Example[], priorities: readonly PriorityText[]): Learned {
  const draft = draftOf(nothingLearned);
  for (const example of examples) change(draft, example, priorities, 1);
  return draft;
}

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
