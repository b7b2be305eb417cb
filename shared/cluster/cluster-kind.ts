import { defineKind } from '../record.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
/** What a partnership calls itself; shown wherever the code says cluster. */
export const words = ['cluster', 'trust', 'federation', 'hub'] as const;

export interface Cluster {
  name: string;
  word: (typeof words)[number];
  /** Made up, to try things on. Shown on every screen. */
  demo?: boolean;
  founded: number;
  /** For how long evidence is kept, and from when on older pieces are erased; `null` where it is kept for good. */
  retention?: Retention | null;
}

export interface Retention {
  years: number;
  from: number;
}

export const Cluster = defineKind<Cluster>('cluster');
