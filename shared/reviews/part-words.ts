import type { SectionPart } from './review-kind.ts';

/** What each part of a review is called. */
export const partWords: { [part in SectionPart]: string } = {
  promised: 'What we said we would do',
  happened: 'What happened',
  'not-worked': 'What did not work',
  next: 'What we will do next',
  summary: 'In short',
  together: 'How we worked together',
  correction: 'What was put right, and why',
};
