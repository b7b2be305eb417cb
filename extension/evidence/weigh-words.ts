import type { Strength, Weighing } from '../../shared/evidence/weighing.ts';
import { stanceWords } from './stance-words.ts';

/** How far a claim can be trusted, each explained in one line: what kind of source, how many, how recent, whose interest. */
export const strengthWords: Record<Strength, { name: string; means: string }> = {
  hint: { name: 'Hint', means: 'One voice or one place; or old, or from somebody who gains by it.' },
  fair: { name: 'Fair', means: 'Several sources or a fair look, of the last few years, with little to gain.' },
  strong: { name: 'Strong', means: 'Independent studies or many schools, recent, and nobody gains by it.' },
};

/** In what people can differ, as it is shown. */
export const differenceWords = { relevant: 'whether it is relevant', strength: 'its strength', stance: 'its stance' };

/** What one person made of a piece, in a few words: 'Relevant · Fair · Supports'. */
export function weighingWords({ relevant, strength, stance }: Weighing): string {
  const words = [relevant ? 'Relevant' : 'Set aside', strength && strengthWords[strength].name];
  return [...words, stance && stanceWords[stance]].filter(Boolean).join(' · ');
}

/** What several made of it, in one short line: 'Fair · 2 weighed', or that they differ. */
export function summaryWords(held: readonly Weighing[], differ: boolean): string {
  const [first] = held;
  if (!first) return '';
  const many = `${held.length} weighed`;
  if (differ) return `${many}, and differ`;
  const strength = held.find((one) => one.strength)?.strength;
  const verdict = first.relevant ? strength && strengthWords[strength].name : 'Set aside';
  return verdict ? `${verdict} · ${many}` : many;
}
