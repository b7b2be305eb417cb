import type { School } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import { type FigureSaid, proposeIndicator, proposeSchool } from './figure-proposal.ts';
import { type Indicator, isFor } from './indicator.ts';

/** What a figure may be recorded as, and what it most likely is. */
export interface FigureFor {
  /** The indicators in use that are for one of the schools. */
  indicators: Record<Indicator>[];
  indicator: string | undefined;
  school: string | undefined;
}

/**
 * The indicator and the school that a figure is proposed for, never an indicator with a school that it is not for: the
 * page names the school first, and where it does not, an indicator that is for one school alone does.
 */
export function proposeFor(
  said: FigureSaid | undefined,
  all: readonly Record<Indicator>[],
  schools: readonly Record<School>[],
  chosen: ReadonlyMap<string, string> = new Map(),
): FigureFor {
  const indicators = all.filter(
    (one) => one.body && !one.body.retired && (schools.length === 0 || schools.some(({ id }) => isFor(one, id))),
  );
  const only = schools.length === 1 ? schools[0]?.id : undefined;
  const named = (said && proposeSchool(said, schools)?.id) ?? only;
  const fitting = named ? indicators.filter((one) => isFor(one, named)) : indicators;
  const indicator = said && proposeIndicator(said, fitting, chosen);
  const its = indicator ? schools.filter(({ id }) => isFor(indicator, id)) : [];
  return { indicators, indicator: indicator?.id, school: named ?? (its.length === 1 ? its[0]?.id : undefined) };
}
