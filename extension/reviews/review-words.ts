import { periodLabel } from '../../shared/priorities/period.ts';
import { isProblemCode, type ProblemCode } from '../../shared/problem.ts';
import { partWords as names } from '../../shared/reviews/part-words.ts';
import type { Review, SectionPart } from '../../shared/reviews/review-kind.ts';
import type { SeenProblem } from '../replica/database.ts';
import { sentenceFor } from '../ui/problem.ts';

/** What each part is called, and what belongs in it. */
export const partWords: { [part in SectionPart]: { name: string; hint: string } } = {
  summary: {
    name: names.summary,
    hint: 'Three or four sentences for somebody at the school gate: what you set out to change, and how far you are.',
  },
  together: {
    name: names.together,
    hint: 'What was hard to say to each other, what part pupils and families had, whom you have not heard yet.',
  },
  correction: {
    name: names.correction,
    hint: 'It stands at the top of the new edition. The one before stays readable.',
  },
  promised: {
    name: names.promised,
    hint: 'As it was agreed, in plain words.',
  },
  happened: { name: names.happened, hint: 'What was done in the schools, and what changed for pupils.' },
  'not-worked': {
    name: names['not-worked'],
    hint: 'Families trust a page that says this too. What would you not do again?',
  },
  next: { name: names.next, hint: 'What, who, and by when it can be seen.' },
};

/** Where a review stands, in a word or two. */
export const stateWords: { [state in Review['state']]: string } = {
  draft: 'Draft',
  published: 'Published',
  correcting: 'Published, being put right',
  withdrawn: 'Withdrawn',
};

export const reviewTitle = ({ period }: Pick<Review, 'period'>): string => `Review of ${periodAmid(period)}`;

/** A period within a sentence. */
const periodAmid = (period: string) => {
  const label = periodLabel(period);
  return /^\d/.test(label) ? label : label.replace(/^./, (first) => first.toLowerCase());
};

const advice: { [code in ProblemCode]?: string } = {
  stale: 'Somebody changed it since you saw it. Look at it as it is now, then try again.',
  'not-in-state': 'It has moved on since: it was published, withdrawn or taken back to work on meanwhile.',
  missing: 'What it is about is not in the log: it was refused itself, or erased.',
  exists: 'It is there already.',
};

/** Why something about a review, a question or the public address was refused, and what to do. */
export const reviewAdvice = (problem: SeenProblem): string =>
  (isProblemCode(problem.code) && advice[problem.code]) || sentenceFor(problem);
