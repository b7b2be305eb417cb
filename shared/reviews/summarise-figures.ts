import type { School } from '../cluster/schools.ts';
import { accessOf } from '../evidence/source-access.ts';
import { baselineReading, indicatorsOf } from '../priorities/agreement.ts';
import type { Indicator, Unit } from '../priorities/indicator.ts';
import { periodRange } from '../priorities/period.ts';
import type { Reading } from '../priorities/reading.ts';
import { seriesOf } from '../priorities/series.ts';
import { newestFor, targetFor } from '../priorities/target.ts';
import type { NoteUse } from './edition-kind.ts';
import { before, figuresAt } from './figures-at.ts';
import { type Known, known } from './known.ts';
import type { PublicIndicator } from './public-review.ts';
import type { ContentScene } from './scene.ts';

/** One school's figure in a draft, with what the log knows of it. It never leaves the cluster. */
export interface Cell {
  /** Where its value stands in the draft. */
  at: string;
  indicator: string;
  school: string;
  /** The school's numbers, now and before. */
  urns: string[];
  period: string;
  unit: Unit;
  pupils: boolean;
  value: Reading['value'];
  cohort?: number | undefined;
  numerator?: number | undefined;
  /** It was taken from a source that is not public. */
  restricted: boolean;
}

/** So many figures of a school are told, the newest. */
const mostPoints = 60;

/** The indicators of a priority as they stood when the figures of the review were taken in. */
export function indicatorsAt(
  scene: ContentScene,
  priority: string,
  schools: readonly Known<School>[],
  use: NoteUse,
  cells: Cell[],
  where: string,
): PublicIndicator[] {
  const { asAt, period } = scene.review.body;
  const past = figuresAt(scene, asAt);
  const { end } = periodRange(period);
  return known(indicatorsOf(before(scene.indicators, asAt), priority)).map((indicator, i) => {
    const at = `${where}/${i}`;
    const { name, unit, direction, about, source, pupils = true } = indicator.body;
    const open = source && accessOf(source) === 'open' ? source : undefined;
    use(indicator, `${at}/name`);
    if (about) use(indicator, `${at}/about`);
    if (open) use(indicator, `${at}/source/title`);
    const its = schools.map((school, j) => {
      const place = `${at}/schools/${j}`;
      const { urn, before: earlier = [] } = school.body;
      const points = seriesOf(past.readings, indicator.id, school.id)
        .filter((point) => periodRange(point.period).start <= end)
        .slice(-mostPoints);
      for (const [k, { reading, period, value }] of points.entries()) {
        use(reading, `${place}/points/${k}/value`);
        const { cohort, numerator } = reading.body;
        cells.push({
          ...{ at: `${place}/points/${k}/value`, indicator: indicator.id, school: school.id },
          ...{ urns: [urn, ...earlier], period, unit, pupils, value, cohort, numerator },
          restricted: isRestricted(scene, reading.body),
        });
      }
      const based = newestFor(past.baselines, indicator.id, school.id);
      const baseline = based && baselineReading(past.readings, based)?.body?.period;
      const own = targetFor(past.targets, indicator.id, school.id, false);
      const stretch = stretchFor(past.targets, indicator, school.id);
      if (stretch) use(stretch, `${place}/stretch/contribution`);
      return {
        urn,
        ...(baseline && { baseline }),
        points: points.map(({ period, value, breaks, reading }) => ({
          period,
          value: value === 'suppressed' ? ('withheld' as const) : value,
          ...(breaks && { breaks: true }),
          status: reading.body.status,
        })),
        ...(own && { own: { period: own.period, value: own.value } }),
        ...(stretch && {
          stretch: {
            ...{ period: stretch.body.period, value: stretch.body.value },
            contribution: stretch.body.contribution ?? '',
          },
        }),
      };
    });
    return { name, unit, direction, about, ...(open && { source: open }), schools: its };
  });
}

type Targets = Parameters<typeof targetFor>[0];

/** The record of the stretch target that holds: its words are told. */
function stretchFor(targets: Targets, indicator: Known<Indicator>, school: string) {
  const body = targetFor(targets, indicator.id, school, true);
  return known(targets).find((one) => one.body === body);
}

/** Whether a figure comes from where things are that are not public. */
function isRestricted({ evidence }: ContentScene, { source, evidence: piece }: Reading): boolean {
  if (source && accessOf(source) !== 'open') return true;
  const from = piece && evidence.find(({ id }) => id === piece)?.body?.source;
  return Boolean(from && accessOf(from) !== 'open');
}
