import { sentenceOf } from '../../shared/problem.ts';
import type { Hindrance } from '../../shared/reviews/hindrances.ts';
import type { ReviewScene } from './use-reviews.ts';

/** What stands in the way of publishing, with the school or the priority that it is about. */
export function hindranceWords({ code, detail }: Hindrance, { schools, priorities }: ReviewScene): string {
  const school = schools.find(({ id }) => id === detail)?.body.name;
  if (code === 'not-signed' && school) return `${school} has not signed it as it is worded now.`;
  if (code === 'no-contact' && school) return `${school} has not said whom to reach when worried about a child.`;
  if (code === 'nothing-written') {
    const title = priorities.find(({ id }) => id === detail)?.body.title;
    return title ? `Not every part is written for ‘${title}’.` : 'The few sentences ‘In short’ are not written yet.';
  }
  return sentenceOf(code);
}
