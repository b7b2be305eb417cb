import type { AskedAs, Asker, DeclineReason } from '../../../shared/reviews/question-kind.ts';

/** Who asks, as they say it of themselves. */
export const askerLabels: { [who in Asker]: string } = {
  family: 'A parent, carer or family member',
  pupil: 'A pupil',
  governor: 'A governor or trustee',
  staff: 'Somebody who works at one of the schools',
  community: 'A neighbour, or somebody else',
  partnership: 'Another partnership of schools',
};

/** Who asked, as it stands beside a question. */
export const askedBy: { [who in Asker]: string } = {
  family: 'A family asked',
  pupil: 'A pupil asked',
  governor: 'A governor asked',
  staff: 'Somebody who works at one of the schools asked',
  community: 'A neighbour asked',
  partnership: 'Another partnership asked',
};

export const askedAsLabels: { [how in AskedAs]: string } = {
  question: 'A question',
  support: 'An offer of support',
  challenge: 'A challenge',
};

/** Why a question is not answered in public. */
export const declineWords: { [reason in DeclineReason]: string } = {
  'about-a-person': 'It is about a person who could be known by it.',
  'for-the-school': 'It is for one school to answer. Please ask that school.',
  complaint: 'It is a complaint. Each school’s complaints procedure is the place for it.',
  'asked-before': 'It was asked and answered before. Look under ‘You asked’.',
  'not-about-this': 'It is not about what this partnership works on.',
  abusive: 'It has words in it that hurt somebody.',
};

/** What can stand in the way of a question, each with what to do. */
export const askProblems = {
  'too-short': 'Please write a little more: at least ten letters.',
  'too-long': 'Please make it shorter: at most 1,000 letters.',
  'who-missing': 'Please say who is asking.',
  'pupil-number': 'There is a pupil’s number in it. Please take it out: nobody here needs it.',
  'from-missing': 'Please say which partnership is asking, and where it publishes.',
  'form-expired':
    'The page was open for too long, or was sent too quickly. Your words are still here: please send them again.',
  'too-many': 'Many questions came at once. Your words are still here: please try again in a few minutes.',
  'day-full': 'As many questions came today as can be read. Your words are still here: please try again tomorrow.',
  'questions-closed': 'This partnership takes no questions at the moment.',
  unreachable: 'It could not be sent just now. Your words are still here: please try again in a few minutes.',
} as const;
export type AskProblem = keyof typeof askProblems;
