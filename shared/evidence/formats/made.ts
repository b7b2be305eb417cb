import type { Stance } from '../evidence.ts';
import type { ResponseHow } from '../response.ts';
import type { Strength } from '../weighing.ts';
import { dateInWords, dayOf } from './day-words.ts';
import { stanceLabel } from './stance-label.ts';

/** Who said something, and when. */
interface Said {
  id: string;
  /** Their member's id and their name. */
  member: string;
  by: string;
  at: number;
}

/** How somebody weighed a piece. */
export interface TakenWeighing extends Said {
  relevant: boolean;
  reason?: string | undefined;
  strength?: Strength | undefined;
  stance?: Stance | undefined;
  soWhat?: string | undefined;
}

/** What somebody said to a piece, or to somebody who had. */
export interface TakenResponse extends Said {
  how: ResponseHow;
  text: string;
  answers?: string | undefined;
}

/** What a group made of a piece, with names where the records have ids. */
export interface Made {
  weighings: readonly TakenWeighing[];
  responses: readonly TakenResponse[];
  /** The questions of the cycles in which it is gathered, with how those ended; and the activities. */
  gathered: readonly string[];
  /** What was decided about it. */
  decided: readonly string[];
}

/** How far a claim can be trusted, in a word. */
export const strengthLabel: Record<Strength, string> = { hint: 'Hint', fair: 'Fair', strong: 'Strong' };

const saidLabel: Record<ResponseHow, string> = {
  support: 'supports this',
  challenge: 'challenges this',
  question: 'asks',
  answer: 'answers',
};

const when = (at: number) => dateInWords(dayOf(at));

/** A weighing in one line: `Ann Archer, 25 November 2026: Fair, supports. So what for us: …`. */
export function weighingLine({ by, at, relevant, reason, strength, stance, soWhat }: TakenWeighing): string {
  const held = [strength && strengthLabel[strength], stance && stanceLabel[stance]].filter(Boolean).join(', ');
  const verdict = relevant ? held || 'Relevant' : ['Set aside', reason].filter(Boolean).join(': ');
  return `${by}, ${when(at)}: ${verdict}${soWhat ? `. So what for us: ${soWhat}` : ''}`;
}

/** A response in one line: `Ben Baker challenges this, 25 November 2026: …`. */
export const responseLine = ({ by, at, how, text }: TakenResponse): string =>
  `${by} ${saidLabel[how]}, ${when(at)}: ${text}`;

/** Responses in the order in which they are read: what answers one stands after it. */
export function inThreads(responses: readonly TakenResponse[]): TakenResponse[] {
  const begun = responses.filter(({ answers }) => !answers);
  const answersTo = (id: string) => responses.filter(({ answers }) => answers === id);
  return begun.flatMap((one) => [one, ...answersTo(one.id)]);
}

/** What a group made of a piece, as lines of text. */
export function madeLines(made: Made | undefined): string[] {
  if (!made) return [];
  return [
    ...made.weighings.map((one) => `Weighed by ${weighingLine(one)}`),
    ...inThreads(made.responses).map(responseLine),
    ...made.gathered.map((one) => `Gathered in: ${one}`),
    ...made.decided.map((one) => `Decided: ${one}`),
  ];
}
