import type { PassageSet } from './suggest-corpus.ts';

/** What a suggester thinks of each priority, best first; `shown` where it would show it. */
export type Ranked = { id: string; score: number; shown: boolean }[];

/** Suggests for a set's passages, in their order. */
export interface Suggester {
  name: string;
  rank(set: PassageSet): Ranked[];
}

/** Shares from 0 to 1. */
export interface Figures {
  passages: number;
  /** Those with at least one right priority. */
  labelled: number;
  /** Of these: in how many the first is right. */
  first: number;
  /** Of these: how many of the right ones stand among the first two, on average over passages. */
  two: number;
  /** Deciding, for each passage and priority, whether to show it: the harmonic mean of precision and recall. */
  f1: number;
}

const f1Of = (right: number, wrong: number, missed: number): number => (2 * right) / (2 * right + wrong + missed || 1);

/** How a suggester does on a set, by what it would show. */
export function figuresOf(set: PassageSet, ranked: Ranked[]): Figures {
  let [labelled, first, two, right, wrong, missed] = [0, 0, 0, 0, 0, 0];
  set.passages.forEach(({ priorities }, i) => {
    const answers = ranked[i] ?? [];
    for (const { id, shown } of answers) {
      const wanted = priorities.includes(id);
      if (shown && wanted) right++;
      else if (shown) wrong++;
      else if (wanted) missed++;
    }
    if (priorities.length === 0) return;
    labelled++;
    if (answers[0] && answers[0].score > 0 && priorities.includes(answers[0].id)) first++;
    const among = answers.slice(0, 2).filter(({ id, score }) => score > 0 && priorities.includes(id));
    two += among.length / Math.min(2, priorities.length);
  });
  return {
    passages: set.passages.length,
    labelled,
    first: first / labelled,
    two: two / labelled,
    f1: f1Of(right, wrong, missed),
  };
}

/** The same answers, shown from the score on that does best on this very set: more than any suggester could know. */
export function atBestThreshold(set: PassageSet, ranked: Ranked[]): Ranked[] {
  const all = ranked.flatMap((answers, i) =>
    answers.map(({ id, score }) => ({ score, wanted: set.passages[i]?.priorities.includes(id) ?? false })),
  );
  all.sort((a, b) => b.score - a.score);
  const wanted = all.filter((one) => one.wanted).length;
  let [right, best, threshold] = [0, 0, Number.POSITIVE_INFINITY];
  all.forEach(({ score, wanted: isWanted }, i) => {
    if (isWanted) right++;
    const f1 = f1Of(right, i + 1 - right, wanted - right);
    if (score > 0 && f1 > best && all[i + 1]?.score !== score) [best, threshold] = [f1, score];
  });
  return ranked.map((answers) => answers.map((one) => ({ ...one, shown: one.score >= threshold })));
}
