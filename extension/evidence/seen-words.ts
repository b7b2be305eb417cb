import type { SeenHow } from '../../shared/evidence/evidence.ts';

/** How something was seen or heard, as it is shown. */
export const seenWords: Record<SeenHow, string> = {
  visit: 'A visit',
  lesson: 'A lesson',
  pupils: 'What pupils told us',
  families: 'What families told us',
  other: 'Something else',
};
