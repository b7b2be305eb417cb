import type { Record } from '../record.ts';

/** A record that was not erased. */
export type Known<Body> = Record<Body> & { body: Body };

/** Those of some records that were not erased. */
export const known = <Body>(records: readonly Record<Body>[]): Known<Body>[] =>
  records.flatMap((one) => (one.body === null ? [] : [{ ...one, body: one.body }]));
