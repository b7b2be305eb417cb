import type { SeenProblem } from '../replica/database.ts';
import { sentenceFor } from '../ui/problem.ts';

const advice: Partial<Record<string, string>> = {
  'not-valid': 'Something on it is missing or too long. Shorten the note or a tag, then save again.',
  'too-large': 'It is too large to send. Clip fewer words, or shorten the note.',
  'not-allowed': 'Your role in the cluster does not include saving. A coordinator can change that.',
  missing: 'A priority on it is not in the log. Choose the priorities again, then save.',
  erased: 'A priority on it was erased. Choose the priorities again, then save.',
  exists: 'This is in the log already. You can discard this copy.',
  stale: 'Somebody changed it since you saw it. Look at it as it is now, then decide.',
};

/** Why an entry was refused, and what its author can do about it. */
export const refusalAdvice = (problem: SeenProblem): string => advice[problem.code] ?? sentenceFor(problem);
