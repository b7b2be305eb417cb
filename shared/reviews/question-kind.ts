import { defineKind } from '../record.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
export const askers = ['family', 'pupil', 'governor', 'staff', 'community', 'partnership'] as const;
export type Asker = (typeof askers)[number];

/** Why a question is not answered in public: a short list that the public page explains. */
export const declineReasons = [
  'about-a-person',
  'for-the-school',
  'complaint',
  'asked-before',
  'not-about-this',
  'abusive',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How another partnership means what it says. */
export const askedAs = ['question', 'support', 'challenge'] as const;
export type AskedAs = (typeof askedAs)[number];

/** Days after which a declined question is erased. */
export const declinedDays = 30;

/** A question from the public. It is the cluster's own until somebody there publishes it with an answer. */
export interface Question {
  /** Which priority of the published review it is about: the public key of one, or none. */
  about?: string | undefined;
  text: string;
  who: Asker;
  how: AskedAs;
  /** Another partnership, and where it publishes. */
  from?: { name: string; url: string } | undefined;
  state: 'new' | 'answered' | 'declined' | 'passed';
  /** When it came, by the server's clock. */
  at: number;
  /** What is published, under this id and no other. */
  answer?: {
    public: string;
    /** The question as published: what would tell of a person may be taken out. */
    asked: string;
    text: string;
    /** What was changed because of it: 'You asked, we changed'. */
    changed?: string | undefined;
    by: string;
    at: number;
    edited?: number | undefined;
  };
  declined?: { reason: DeclineReason; by: string; at: number };
  passed?: { by: string; at: number; school?: string | undefined };
}

export const Question = defineKind<Question>('question');
