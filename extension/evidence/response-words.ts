import type { ResponseHow } from '../../shared/evidence/response.ts';

/** What somebody does with a response, as the rest of a sentence that begins with who. */
export const didWords: Record<ResponseHow, string> = {
  support: 'supports this',
  challenge: 'challenges this',
  question: 'asks',
  answer: 'answers',
};

/** The ways to respond, and what each means. */
export const howWords: Record<Exclude<ResponseHow, 'answer'>, { name: string; means: string }> = {
  support: { name: 'Support', means: 'It fits with what you have seen.' },
  challenge: { name: 'Challenge', means: 'You see it otherwise, and would like an answer.' },
  question: { name: 'Question', means: 'You would like to know more.' },
};
