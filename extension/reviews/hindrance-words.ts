import { type Problem, sentenceOf } from '../../shared/problem.ts';
import { partWords } from './review-words.ts';
import type { ReviewScene } from './use-reviews.ts';

/** What stands in the way of publishing, with the school or the part that it is about. */
export function hindranceWords({ code, detail }: Problem, { schools, priorities }: ReviewScene): string {
  const school = schools.find(({ id }) => id === detail)?.body.name;
  if (code === 'not-signed' && school) return `${school} has not signed it as it is worded now.`;
  if (code === 'no-contact' && school) return `${school} has not said whom to reach when worried about a child.`;
  if (code === 'nothing-written' && detail) {
    const [priority = '', part = ''] = detail.split('/');
    const title = priorities.find(({ id }) => id === priority)?.body.title;
    const named = Object.hasOwn(partWords, part) ? partWords[part as keyof typeof partWords].name : undefined;
    if (named) return `‘${named}’ is not written yet${title ? ` for ‘${title}’` : ''}.`;
  }
  return sentenceOf(code);
}
