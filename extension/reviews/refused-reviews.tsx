import { RefusedList } from '../ui/refused-list.tsx';
import { reviewAdvice } from './review-words.ts';

/** What was done about publishing and was not accepted; each stays until its author lets it go. */
const told: readonly { name: string; words: string }[] = [
  { name: 'publicity.set', words: 'The public address' },
  { name: 'contact.set', words: 'How to reach a school' },
  { name: 'naming.set', words: 'Whether you may be named' },
  { name: 'review.begin', words: 'A review' },
  { name: 'review.refresh', words: 'Taking the figures in anew' },
  { name: 'section.add', words: 'What was written for a review' },
  { name: 'section.edit', words: 'What was written for a review' },
  { name: 'citation.add', words: 'Evidence for a review' },
  { name: 'citation.drop', words: 'Evidence that was taken out of a review' },
  { name: 'review.sign', words: 'A signature' },
  { name: 'review.publish', words: 'Publishing a review' },
  { name: 'review.correct', words: 'Putting a review right' },
  { name: 'review.cease', words: 'Leaving a review as it is' },
  { name: 'review.withdraw', words: 'Withdrawing a review' },
  { name: 'question.answer', words: 'An answer' },
  { name: 'question.amend', words: 'A change of an answer' },
  { name: 'question.decline', words: 'Declining a question' },
  { name: 'question.pass', words: 'Passing a question on' },
];

type Said = { [field in 'text' | 'slug' | 'reason']?: string };

/** The refused ones of them all, with their authors' words. */
export const RefusedReviews = () => (
  <>
    {told.map(({ name, words }) => (
      <RefusedList<Said>
        key={name}
        action={{ name }}
        titleOf={({ text, slug, reason }) => [words, text ?? slug ?? reason].filter(Boolean).join(': ')}
        advice={reviewAdvice}
      />
    ))}
  </>
);
