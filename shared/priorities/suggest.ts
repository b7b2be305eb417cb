import { type Evidence, evidenceFor, read, weigh } from './suggest-evidence.ts';
import { type PriorityText, profileOf } from './suggest-profile.ts';
import { type Tuning, tuning } from './suggest-tuning.ts';

export type { PriorityText } from './suggest-profile.ts';

/** What is thought of one priority for a text. */
export interface Suggestion {
  priorityId: string;
  /** From 0 to 1. */
  score: number;
  /** Whether a person should be shown it. */
  suggested: boolean;
  /** The words that made it, as they stand in the text, the weightiest first. */
  reasons: string[];
}

export function features({ amount, share, density }: Evidence, most: number, ofSchools: number): number[] {
  return [
    1,
    Math.log(amount + 0.1),
    share,
    density,
    most > 0 ? amount / most : 0,
    Math.min(0, Math.log((ofSchools + 0.005) / 0.04)),
  ];
}

export function suggest(text: string, priorities: readonly PriorityText[], t: Tuning = tuning): Suggestion[] {
  const reading = read(text);
  const sentences = weigh(reading, t);
  const evidence = priorities.map((priority) => evidenceFor(profileOf(priority, t), reading, sentences, t));
  const most = Math.max(...evidence.map(({ amount }) => amount));
  const weights = [t.base, t.amount, t.share, t.density, t.lead, t.ofSchools];
  return priorities
    .map(({ id }, i): Suggestion => {
      const f = features(evidence[i] as Evidence, most, reading.ofSchools);
      const odds = f.reduce((sum, value, j) => sum + value * (weights[j] as number), 0);
      const score = (evidence[i] as Evidence).amount > 0.01 ? 1 / (1 + Math.exp(-odds)) : 0;
      return { priorityId: id, score, suggested: score >= 0.5, reasons: [] };
    })
    .sort((a, b) => b.score - a.score);
}
