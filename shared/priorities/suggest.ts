import { type Example, type Learned, learnAll, lessonFor } from './suggest-learned.ts';
import type { PriorityText } from './suggest-profile.ts';
import { judge, reasonsFor } from './suggest-score.ts';

export type { Example, Learned } from './suggest-learned.ts';
export type { PriorityText } from './suggest-profile.ts';

/** What is thought of one priority for a text. */
export interface Suggestion {
  priorityId: string;
  /** How likely it is that the text bears on it, from 0 to 1. */
  score: number;
  /** Whether a person should be shown it. For most of what anyone reads nothing is suggested, which is a fine answer. */
  suggested: boolean;
  /** The words that made it, as they stand in the text, the weightiest first; at most four. */
  reasons: string[];
}

/** From this score on, a person is shown a suggestion. */
const enough = 0.5;

const mostReasons = 4;

/**
 * Which of a cluster's priorities a text bears on: one answer for each, best first. It runs where it is called and asks
 * nobody. The field's language is in `field-words.ts`; `examples` is what the cluster itself has tagged, as a list or
 * (better, since it is not read anew each time) as what `learn` made of it.
 *
 * Nothing that it is given makes it throw: a text without words has no suggestion.
 */
export function suggest(
  text: string,
  priorities: readonly PriorityText[],
  examples?: readonly Example[] | Learned,
): Suggestion[] {
  const judgement = judge(String(text ?? ''), priorities);
  const { reading, judged } = judgement;
  const learned = isList(examples) ? learnAll(examples, priorities) : examples;
  const suggestions = priorities.map(({ id }, i): Suggestion => {
    const one = judged[i];
    if (!one) return { priorityId: id, score: 0, suggested: false, reasons: [] };
    const lesson = learned ? lessonFor(id, reading, learned) : { by: 0, stems: [] };
    const score = Math.max(0, Math.min(1, one.score + lesson.by));
    const reasons = score > 0 ? reasonsFor(one, judgement, mostReasons) : [];
    if (lesson.by > 0.1) {
      for (const stem of lesson.stems.slice(0, mostReasons - reasons.length)) {
        const word = reading.words.find((other) => other.stem === stem);
        if (word) reasons.push(reading.text.slice(word.start, word.end));
      }
    }
    return { priorityId: id, score, suggested: score >= enough, reasons };
  });
  return suggestions.sort((a, b) => b.score - a.score);
}

const isList = (examples: readonly Example[] | Learned | undefined): examples is readonly Example[] =>
  Array.isArray(examples);
