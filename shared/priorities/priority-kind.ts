import { defineKind, type Record } from '../record.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
/** What priorities are worked on with. */
export const strands = ['review', 'research', 'learning', 'investment'] as const;
export type Strand = (typeof strands)[number];

/** What is planned in one strand, and by whom. */
export interface Plan {
  plan: string;
  who: string;
}

export interface Priority {
  title: string;
  description?: string;
  /** Why no school could achieve it alone. */
  alone?: string;
  plans?: { [strand in Strand]?: Plan | undefined };
  /** ISO days. */
  starts?: string | null;
  review?: string | null;
  /**
   * Evidence can be tied to a priority as soon as it is proposed. `agreed`: by every school that takes part, or before
   * the partnership came here. `closed`: what was learned is said. `dropped`: a proposal that was taken back.
   */
  state: 'proposed' | 'agreed' | 'closed' | 'dropped';
  /** Which thread it is: its colour and mark, the same on every screen, from 0. */
  thread: number;
  /** How often what the schools agree to was worded anew: an agreement is to one wording. Absent is 0. */
  wording?: number;
  by: string;
  at: number;
  /** When it was agreed, by the server's clock. */
  agreed?: number;
  /** It was agreed before the partnership came here: on which day, and where that is minuted. */
  adopted?: { on: string; minuted: string };
  /** What was learned and what will be kept. */
  closed?: { at: number; learned: string; kept: string };
  dropped?: { at: number; reason: string } | null;
}

export const Priority = defineKind<Priority>('priority');

/** Never more than three are agreed at any moment. */
export const mostAgreed = 3;

/** The priorities that are agreed and not closed. */
export const agreedOf = (priorities: readonly Record<Priority>[]): Record<Priority>[] =>
  priorities.filter(({ body }) => body?.state === 'agreed');
