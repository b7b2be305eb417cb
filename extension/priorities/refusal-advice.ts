import { isProblemCode, type ProblemCode } from '../../shared/problem.ts';
import type { SeenProblem } from '../replica/database.ts';
import { sentenceFor } from '../ui/problem.ts';
import { type Scene, schoolIn } from './scene.ts';

const advice: { [code in ProblemCode]?: string } = {
  stale: 'Somebody changed it since you saw it. Look at it as it is now, then decide.',
  'not-for-school': 'These are another school’s to say. Somebody of that school, or a coordinator, can.',
  'not-in-state': 'It has moved on since: look at it as it is now.',
  'three-agreed': 'Three priorities are agreed already. Close one, with what was learned, to make room.',
  missing: 'What it is about is not in the log: it was refused itself, or erased.',
};

/** For codes whose detail names a school, what it has yet to do. */
const ofSchool: { [code in ProblemCode]?: (school: string) => string } = {
  'nothing-measured': (school) =>
    `None of its indicators is for ${school}. Add one that is, or edit one to be for it too.`,
  'not-measured': (school) => `This indicator is not for ${school}. Edit the indicator where that is wrong.`,
  'no-baseline': (school) => `${school} has not recorded where it starts from.`,
  'nothing-noticed': (school) => `${school} has not recorded what it noticed.`,
  'not-agreed': (school) => `${school} has not agreed yet.`,
  objection: (school) => `${school} objects. Its reason stands beside its name.`,
};

/** Why something about priorities was refused, and what to do; schools are named. */
export function priorityAdvice(problem: SeenProblem, scene?: Pick<Scene, 'schools'>): string {
  const { code, detail } = problem;
  if (!isProblemCode(code)) return sentenceFor(problem);
  const named = ofSchool[code];
  if (named && scene && detail) return named(schoolIn(scene, detail));
  return advice[code] ?? sentenceFor(problem);
}
