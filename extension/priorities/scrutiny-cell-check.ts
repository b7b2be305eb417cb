import { isOf } from '../../shared/cluster/schools.ts';
import { fits, type Indicator, isFor } from '../../shared/priorities/indicator.ts';
import type { Period } from '../../shared/priorities/period.ts';
import type { Missing, Status } from '../../shared/priorities/reading.ts';
import { smallNumber } from '../../shared/priorities/small-numbers.ts';
import { sentenceOf } from '../../shared/problem.ts';
import type { Record } from '../../shared/record.ts';
import type { Scene } from './scene.ts';
import { schoolIn } from './scene.ts';
import { type Counts, figureOf, readFigure } from './scrutiny-figure.ts';

/** What everything that is entered in the grid is of. */
export interface Entry {
  period: Period;
  status: Status;
  source?: { url: string; title: string } | undefined;
}

/** What a person typed into a cell: a figure with what it is made of, nothing, or why it is none. */
export type Typed =
  | ({ value: number | Missing | undefined; problem?: undefined; few?: boolean } & Counts)
  | { problem: string };

/** Reads what was typed into a cell, and says at once what is wrong with it. Empty is nothing. */
export function readTyped(text: string, { unit, pupils = true }: Pick<Indicator, 'unit' | 'pupils'>): Typed {
  const read = readFigure(text);
  if (!read.ok) {
    if (read.why === 'blank') return { value: undefined };
    return {
      problem:
        read.why === 'dash'
          ? 'A dash may mean none or nothing. Type 0, or leave it empty.'
          : 'Type a figure, or SUPP where it is suppressed.',
    };
  }
  const { cohort, numerator } = read;
  const counts = { ...(cohort !== undefined && { cohort }), ...(numerator !== undefined && { numerator }) };
  const value = read.value ?? figureOf(counts, unit);
  if (value === undefined) return { problem: 'So many of so many are no such figure. Type the figure before it.' };
  if (typeof value !== 'number') return { value };
  if (numerator !== undefined && cohort !== undefined && numerator > cohort) {
    return { problem: 'More are counted than there are.' };
  }
  if (!fits(unit, value)) return { problem: fitWords[unit] };
  const small = smallNumber({ unit, pupils, value, cohort, numerator });
  if (small === 'withhold') return { problem: `${sentenceOf('small-number')} Type SUPP.` };
  return { value, ...counts, ...(small && { few: true }) };
}

const fitWords = {
  percent: 'A percentage is from 0 to 100.',
  count: 'A count is a whole number.',
  days: 'Days are 0 or more.',
  ratio: 'A ratio is 0 or more.',
  points: 'That is too large a number.',
};

/** Why we may not enter a school's figure of this sort; `undefined` where we may. */
export function whyNotEnter(
  scene: Scene,
  indicator: Pick<Record<Indicator>, 'body'>,
  school: string,
  { status, source }: Omit<Entry, 'period'>,
) {
  const { me } = scene;
  if (!isFor(indicator, school)) {
    return `${indicator.body?.name} is not for ${schoolIn(scene, school)}. Edit the indicator on its priority’s page if it should be.`;
  }
  if (me.role === 'observer') return 'Observers read along.';
  if (me.role === 'coordinator' || (status !== 'own' && source)) return undefined;
  if (scene.schools.some((one) => one.id === school && isOf(me, one))) return undefined;
  return `These are ${schoolIn(scene, school)}’s own to enter. What is published, with its source, anyone may copy.`;
}
