import { RefusedList } from '../ui/refused-list.tsx';
import { cycleAdvice } from './cycle-words.ts';

/** What was written about cycles, activities and meetings and was not accepted; each stays until its author lets it go. */
const told: readonly { name: string; words: string }[] = [
  { name: 'cycle.begin', words: 'A cycle' },
  { name: 'cycle.edit', words: 'A change of a cycle' },
  { name: 'cycle.close', words: 'The decision of a cycle' },
  { name: 'trial.plan', words: 'What a school will try' },
  { name: 'trial.record', words: 'What a school did' },
  { name: 'evidence.gather', words: 'A piece of evidence for a cycle or an activity' },
  { name: 'evidence.let-go', words: 'A piece of evidence that was let go' },
  { name: 'activity.plan', words: 'An activity' },
  { name: 'activity.edit', words: 'What was written about an activity' },
  { name: 'activity.reply', words: 'The host’s reply' },
  { name: 'meeting.hold', words: 'A meeting' },
  { name: 'decision.record', words: 'A decision' },
  { name: 'decision.finish', words: 'A decision that was carried out' },
];

type Said = { [field in 'question' | 'title' | 'text' | 'did' | 'what' | 'saw' | 'willDo' | 'reflection']?: string };

const wordsIn = ({ question, title, text, did, what, saw, willDo, reflection }: Said) =>
  question ?? title ?? text ?? did ?? what ?? saw ?? willDo ?? reflection;

/** The refused ones of them all, with their authors' words. */
export const RefusedDeeds = () => (
  <>
    {told.map(({ name, words }) => (
      <RefusedList<Said>
        key={name}
        action={{ name }}
        titleOf={(body) => [words, wordsIn(body)].filter(Boolean).join(': ')}
        advice={cycleAdvice}
      />
    ))}
  </>
);
