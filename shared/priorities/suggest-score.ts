import { concepts, worth } from './field-terms.ts';
import { type Evidence, evidenceFor, type Reading, read, type SentenceEvidence, weigh } from './suggest-evidence.ts';
import { bearing, type PriorityText, type Profile, profileOf } from './suggest-profile.ts';
import { type Tuning, tuning } from './suggest-tuning.ts';

/** What one priority comes to for a text, by the field's words alone. */
export interface Judged {
  /** From 0 to 1. */
  score: number;
  evidence: Evidence;
  profile: Profile;
}

/** What a text comes to for each of the priorities, in their order. */
export interface Judgement {
  reading: Reading;
  sentences: SentenceEvidence[];
  judged: Judged[];
}

/** What the score is made of, for `tuning` to weigh: in the order of `oddsWeights`. */
export function features({ amount, share, density, weight }: Evidence, most: number, ofSchools: number): number[] {
  // A text of a passage's length has about nine sentences' weight; one about schools says so with every 25th word.
  return [
    1,
    Math.log(amount + 0.1),
    share,
    density,
    most > 0 ? amount / most : 0,
    Math.log(weight + 1) - 2.3,
    Math.min(0, Math.log((ofSchools + 0.005) / 0.04)),
  ];
}

export const oddsWeights = (t: Tuning): number[] => [
  t.base,
  t.amount,
  t.share,
  t.density,
  t.lead,
  t.length,
  t.ofSchools,
];

/** Scores what was read for each profile. `most` is the evidence of the one that has most. */
export function judgeRead(
  reading: Reading,
  sentences: SentenceEvidence[],
  profiles: readonly Profile[],
  t: Tuning,
): { judged: Judged[]; most: number } {
  const found = profiles.map((profile) => ({ profile, evidence: evidenceFor(profile, reading, sentences, t) }));
  const most = Math.max(0, ...found.map(({ evidence }) => evidence.amount));
  const weights = oddsWeights(t);
  const judged = found.map(({ profile, evidence }): Judged => {
    const values = features(evidence, most, reading.ofSchools);
    const odds = values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
    return { profile, evidence, score: evidence.amount > 0.01 ? 1 / (1 + Math.exp(-odds)) : 0 };
  });
  return { judged, most };
}

/** Scores each priority by the field's words; what a cluster has taught comes on top of this. */
export function judge(text: string, priorities: readonly PriorityText[], t: Tuning = tuning): Judgement {
  const reading = read(text);
  const sentences = weigh(reading, t);
  const profiles = priorities.map((priority) => profileOf(priority, t));
  return { reading, sentences, judged: judgeRead(reading, sentences, profiles, t).judged };
}

/** The words that made a score, as they stand in the text, the weightiest first. */
export function reasonsFor(
  { profile }: Judged,
  { reading, sentences }: Judgement,
  most: number,
  t: Tuning = tuning,
): string[] {
  const { text, words, mentions } = reading;
  const found = new Map<string, { words: string; value: number }>();
  const add = (from: number, to: number, value: number) => {
    const [first, last] = [words[from], words[to - 1]];
    if (!first || !last || value < worth.hint / 2) return;
    const key = words
      .slice(from, to)
      .map(({ stem }) => stem)
      .join(' ');
    const known = found.get(key);
    if (known) known.value += value / 2;
    else found.set(key, { words: text.slice(first.start, last.end), value });
  };
  for (const { from, to, of } of mentions) {
    const weight = sentences[words[from]?.sentence ?? -1]?.weight ?? 0;
    // An age is where a text stands and not why it matters, unless the priority is about that age.
    const bears = ([name, value]: [string, number]) => {
      const share = bearing(profile, name, t);
      return concepts[name]?.phase && share < 0.5 ? 0 : value * share;
    };
    add(from, to, weight * Math.max(0, ...[...of].map(bears)));
  }
  words.forEach(({ stem, sentence }, i) => {
    add(i, i + 1, (profile.stems.get(stem) ?? 0) * (sentences[sentence]?.weight ?? 0));
  });
  const sorted = [...found.values()].sort((a, b) => b.value - a.value);
  return sorted.slice(0, most).map(({ words: said }) => said);
}
