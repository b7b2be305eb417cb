import type { Reading } from '../priorities/reading.ts';
import type { Baseline, Target } from '../priorities/target.ts';
import type { Record } from '../record.ts';
import { type Known, known } from './known.ts';

interface Figures {
  readings: readonly Record<Reading>[];
  baselines: readonly Record<Baseline>[];
  targets: readonly Record<Target>[];
}

/** Those records that were there at a moment, by the server's clock. */
export const before = <Body extends { at: number }>(records: readonly Record<Body>[], asAt: number): Known<Body>[] =>
  known(records).filter(({ body }) => body.at <= asAt);

/** Figures as they stood at a moment: what was taken back since then stood then. */
export const figuresAt = (
  { readings, baselines, targets }: Figures,
  asAt: number,
): { [name in keyof Figures]: Known<Figures[name] extends readonly Record<infer Body>[] ? Body : never>[] } => ({
  readings: before(readings, asAt).map((one) =>
    one.body.withdrawn && one.body.withdrawn > asAt ? { ...one, body: { ...one.body, withdrawn: null } } : one,
  ),
  baselines: before(baselines, asAt),
  targets: before(targets, asAt),
});
