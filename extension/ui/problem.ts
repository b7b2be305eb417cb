import { isProblemCode, sentenceOf } from '../../shared/problem.ts';
import type { SeenProblem } from '../replica/database.ts';

/** The sentence for a problem; a newer server may give a reason that this version has no words for. */
export function sentenceFor({ code }: SeenProblem): string {
  if (isProblemCode(code)) return sentenceOf(code);
  return 'It was not accepted, for a reason that this version cannot name. Update Goldthread to see it.';
}
