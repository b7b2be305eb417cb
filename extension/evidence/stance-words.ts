import type { Stance } from '../../shared/evidence/evidence.ts';

/** What a piece of evidence says to its priorities, as it is shown. */
export const stanceWords: Record<Stance, string> = {
  supports: 'Supports',
  challenges: 'Challenges',
  context: 'Context',
};
