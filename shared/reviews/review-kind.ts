import type { Period } from '../priorities/period-parts.ts';
import { defineKind } from '../record.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
/** What a review says of a priority, in this order. */
export const accountParts = ['promised', 'happened', 'not-worked', 'next'] as const;
/** What it says of the partnership as a whole, and, of a later edition, what was put right. */
export const wholeParts = ['summary', 'together', 'correction'] as const;
export const sectionParts = [...accountParts, ...wholeParts] as const;
export type AccountPart = (typeof accountParts)[number];
export type SectionPart = (typeof sectionParts)[number];

/**
 * What the cluster publishes of one period. There is one for a period; what is put right later is a new edition of it.
 * `draft`: nothing of it is published. `published`: its newest edition stands. `correcting`: the same, while the next
 * edition is written. `withdrawn`: a note stands in its place.
 */
export interface Review {
  /** An academic year or a term of one: `ay:2025`, `term:2025:autumn`. */
  period: Period;
  state: 'draft' | 'published' | 'correcting' | 'withdrawn';
  /** Figures stand in it as they stood at this moment, by the server's clock. */
  asAt: number;
  /** The priorities that it is about, in the order of their threads. */
  priorities: string[];
  /** How many editions were published. */
  editions: number;
  withdrawn?: { at: number; by: string; reason: string } | null;
  by: string;
  at: number;
}

export const Review = defineKind<Review>('review');

/** Some words of a draft. A record of its own for each part, so that several people write at once. */
export interface Section {
  review: string;
  /** The priority that it is about; `null` where it is about all of the partnership. */
  priority: string | null;
  part: SectionPart;
  text: string;
  by: string;
  at: number;
  edited?: { by: string; at: number };
}

export const Section = defineKind<Section>('section');

/** A piece of evidence that a part of a draft leans on. */
export interface Citation {
  review: string;
  priority: string;
  part: AccountPart;
  evidence: string;
  /** The words of it that are quoted, where not all are. */
  exact?: string | undefined;
  by: string;
  at: number;
  dropped?: number | null;
}

export const Citation = defineKind<Citation>('citation');

/** What a school's head says of a draft as it is worded: that it is right, or what they do not share. */
export interface SignOff {
  review: string;
  school: string;
  how: 'signed' | 'reservation';
  /** The reservation. It is published with the review. */
  text?: string | undefined;
  /** To which wording of the draft: a hash of its content (see wording.ts). */
  wording: number;
  by: string;
  at: number;
}

export const SignOff = defineKind<SignOff>('sign-off');
