import type { School } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import { cohortIn } from './cohort.ts';

/** Which pupils a school has, or an indicator is about. */
type Phase = 'primary' | 'secondary';

const young = /^(?:Key stage [12]|Early years|Reception|Year [1-6])$/;
const older = /^(?:Key stage [34]|16 to 18|Year (?:[7-9]|1[0-3]))$/;

const measured: { [phase in Phase]: RegExp } = {
  primary: /\bphonics\b|\bmultiplication (?:tables )?check\b|\byear (?:[1-6])\b/i,
  secondary: /\battainment 8\b|\bprogress 8\b|\bebacc\b|\bNEET\b/i,
};

const named: { [phase in Phase]: RegExp } = {
  primary: /\b(?:primary|infants?|juniors?|nursery|first school)\b/i,
  secondary: /\b(?:secondary|high school|grammar|upper school|sixth form)\b/i,
};

const only = (phases: readonly Phase[]): Phase | undefined => (phases.length === 1 ? phases[0] : undefined);
const both = ['primary', 'secondary'] as const;

/** The phase that an indicator speaks of; `undefined` where it speaks of none, or of both. */
function phaseOfIndicator(words: string): Phase | undefined {
  const cohorts = cohortIn([words]);
  return only(
    both.filter(
      (phase) =>
        measured[phase].test(words) || cohorts.some((label) => (phase === 'primary' ? young : older).test(label)),
    ),
  );
}

/** The phase that a school's name says; many (academies, middle schools) say none. */
const phaseOfSchool = (name: string) => only(both.filter((phase) => named[phase].test(name)));

/**
 * The schools that an indicator seems to be for, by its own words (key stage 2, Attainment 8) and by theirs, since a
 * cluster does not keep phases: all but those whose names say that they have no such pupils. `undefined` where that is
 * every school or none.
 */
export function likelySchools(words: string, schools: readonly Record<School>[]): string[] | undefined {
  const phase = phaseOfIndicator(words);
  if (!phase) return undefined;
  const likely = schools.filter(({ body }) => body && [phase, undefined].includes(phaseOfSchool(body.name)));
  return likely.length > 0 && likely.length < schools.length ? likely.map(({ id }) => id) : undefined;
}
