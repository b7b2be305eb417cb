import type { Priority } from '../priorities/priority-kind.ts';
import type { ProblemCode } from '../problem.ts';
import type { Record } from '../record.ts';
import { type Known, known } from './known.ts';
import { accountParts, type Review, type Section } from './review-kind.ts';

/** What stands between a draft and its publication. `detail` is the id of a school, priority or piece of evidence. */
export interface Hindrance {
  code: ProblemCode;
  detail?: string;
}

interface Draft {
  review: Known<Review>;
  sections: readonly Record<Section>[];
  priorities: readonly Record<Priority>[];
}

/**
 * What of a draft is not written yet: a priority without all its parts, the whole without a summary, a later edition
 * without what was put right.
 */
export function unwrittenOf({ review, sections, priorities }: Draft): Hindrance[] {
  const written = known(sections).filter(({ body }) => body.review === review.id && body.text !== '');
  const found: Hindrance[] = [];
  for (const priority of review.body.priorities) {
    // Erased ones are left out of lists.
    if (!priorities.find(({ id }) => id === priority)?.body) continue;
    const its = new Set(written.flatMap(({ body }) => (body.priority === priority ? [body.part] : [])));
    if (!accountParts.every((part) => its.has(part))) found.push({ code: 'nothing-written', detail: priority });
  }
  if (!written.some(({ body }) => body.part === 'summary')) found.push({ code: 'nothing-written', detail: 'summary' });
  if (review.body.editions > 0 && !written.some(({ body }) => body.part === 'correction'))
    found.push({ code: 'no-change-note' });
  return found;
}
