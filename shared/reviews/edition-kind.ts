import { defineKind, type Ref } from '../record.ts';
import type { PublicReview } from './public-review.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
/** Where in a frozen review words of a record stand: a JSON Pointer (RFC 6901). It is never published. */
export interface Use {
  ref: Ref;
  at: string;
}

/** Notes which record's words stand where. */
export type NoteUse = (ref: Ref, at: string) => void;

/** A review as it was published, frozen. Only `frozen` ever leaves the cluster, under the id of the record. */
export interface Edition {
  review: string;
  /** The partnership's public name in addresses, and that of the period. */
  slug: string;
  path: string;
  /** From 1. */
  n: number;
  frozen: PublicReview;
  uses: Use[];
  /** Counts what changed in `frozen` or `withdrawn` since: what is carried out never goes back to an older one. */
  stamp: number;
  /** The stamp that the public page shows; absent until it is there for the first time. */
  carried?: number;
  /** When it came there, by the server's clock. */
  carriedAt?: number;
  withdrawn?: { at: number; reason: string } | null;
  by: string;
  at: number;
}

export const Edition = defineKind<Edition>('edition');
