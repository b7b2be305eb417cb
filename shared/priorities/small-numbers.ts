import type { Unit } from './indicator.ts';

interface Figure {
  unit: Unit;
  /** Whether its counts are of pupils. */
  pupils: boolean;
  value: number;
  cohort?: number | undefined;
  numerator?: number | undefined;
}

/** Fewer pupils than this are withheld, as DfE withholds them in its statistics. */
const withheldBelow = 6;
/** Fewer than this and one of them might be told. */
const warnedBelow = 11;

/** Whether so few are in a group that its size is not told either, where no figure stands beside it. */
export const isWithheldGroup = (cohort: number | undefined): boolean =>
  cohort !== undefined && cohort > 0 && cohort < withheldBelow;

/**
 * Whether a figure tells of so few pupils that it is withheld, or that its author is warned: the group itself, those
 * counted in it, or, for a warning, those who are left. Nobody at all can be told.
 */
export function smallNumber({ unit, pupils, value, cohort, numerator }: Figure): 'withhold' | 'warn' | undefined {
  if (!pupils) return undefined;
  const counted = numerator ?? (unit === 'count' ? value : undefined) ?? shareOf(unit, value, cohort);
  const left = cohort !== undefined && counted !== undefined ? cohort - counted : undefined;
  const few = (number: number | undefined, below: number) => number !== undefined && number > 0 && number < below;
  if (few(cohort, withheldBelow) || few(counted, withheldBelow)) return 'withhold';
  return few(cohort, warnedBelow) || few(counted, warnedBelow) || few(left, withheldBelow) ? 'warn' : undefined;
}

/** How many pupils a percentage of a group is. */
const shareOf = (unit: Unit, value: number, cohort: number | undefined): number | undefined =>
  unit === 'percent' && cohort !== undefined ? Math.round((value * cohort) / 100) : undefined;
