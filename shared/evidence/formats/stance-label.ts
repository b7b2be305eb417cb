import type { Stance } from '../evidence.ts';

/** What a stance is called in what is taken out. */
export const stanceLabel: { [stance in Stance]: string } = {
  supports: 'Supports',
  challenges: 'Challenges',
  context: 'Context',
};
