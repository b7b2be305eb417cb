import type { Cycle, Stage, Verdict } from '../../shared/cycles/cycle.ts';
import { isProblemCode, type ProblemCode } from '../../shared/problem.ts';
import type { SeenProblem } from '../replica/database.ts';
import { sentenceFor } from '../ui/problem.ts';

/** The stages as they are shown. */
export const stageWords: { [stage in Stage]: string } = {
  plan: 'Plan',
  act: 'Act',
  observe: 'Observe',
  reflect: 'Reflect',
};

/** How a cycle ends, and what that means. */
export const verdictWords: { [verdict in Verdict]: { name: string; did: string; means: string } } = {
  adopt: { name: 'Adopt', did: 'Adopted', means: 'It works for us: it becomes how we do things.' },
  adapt: { name: 'Adapt', did: 'Adapted', means: 'Something in it works: try it again, changed.' },
  abandon: { name: 'Abandon', did: 'Abandoned', means: 'Not for us. That is worth knowing too.' },
};

/** Where a cycle stands, in a word or two. */
export const standsAt = ({ stage, closed }: Cycle): string =>
  closed ? `Closed: ${verdictWords[closed.verdict].did.toLowerCase()}` : stageWords[stage];

const advice: { [code in ProblemCode]?: string } = {
  stale: 'Somebody changed it since you saw it. Look at it as it is now, then try again.',
  'not-in-state': 'It was closed meanwhile. What it says stays as it is.',
  missing: 'What it is about is not in the log: it was refused itself, or erased.',
  exists: 'It is gathered there already.',
  'no-evidence':
    'Nothing that still stands was gathered for it. Add evidence from the log first: without any it cannot be adopted.',
  left: 'Somebody whom it names has left. Choose somebody else.',
  'nobody-acted': 'No school has said yet what it did. Without that it cannot be adopted.',
};

/** Why something about a cycle, an activity or a meeting was refused, and what to do. */
export const cycleAdvice = (problem: SeenProblem): string =>
  (isProblemCode(problem.code) && advice[problem.code]) || sentenceFor(problem);
