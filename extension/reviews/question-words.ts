import type { AskedAs, Asker, DeclineReason, Question } from '../../shared/reviews/question-kind.ts';

/** Who asks, as they said of themselves. */
export const askerWords: { [who in Asker]: string } = {
  family: 'A parent or carer',
  pupil: 'A pupil',
  governor: 'A governor',
  staff: 'Somebody who works in a school',
  community: 'Somebody who lives nearby',
  partnership: 'Another partnership',
};

/** How another partnership means what it says. */
export const askedAsWords: { [how in AskedAs]: string } = {
  question: 'asks',
  support: 'offers support',
  challenge: 'challenges you',
};

/** Why a question is not answered in public: what the page says, and when that is right. */
export const declineWords: { [reason in DeclineReason]: { name: string; means: string } } = {
  'about-a-person': {
    name: 'It is about a person',
    means: 'A named child, family or member of staff. It cannot be answered here without telling of them.',
  },
  'for-the-school': {
    name: 'It is for one school',
    means: 'About uniform, dates, one class: its office can answer it.',
  },
  complaint: { name: 'It is a complaint', means: 'Each school has a procedure, which protects whoever complains.' },
  'asked-before': { name: 'It was answered already', means: 'The answer stands on the page.' },
  'not-about-this': { name: 'It is about something else', means: 'Nothing to do with what the partnership works on.' },
  abusive: { name: 'It is abusive', means: 'It insults or threatens. Where somebody is at risk, pass it on instead.' },
};

/** Where a question stands. */
export const questionState: { [state in Question['state']]: string } = {
  new: 'Waits for an answer',
  answered: 'Answered in public',
  declined: 'Declined',
  passed: 'Passed to a safeguarding lead',
};
