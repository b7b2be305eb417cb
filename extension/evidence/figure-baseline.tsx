import { can } from '../../shared/cluster/roles.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { schoolOn } from '../../shared/priorities/progress.ts';
import { isNumber } from '../../shared/priorities/series.ts';
import { Choice } from '../ui/choice.tsx';
import type { FigureProposal } from './use-figure-proposal.ts';

interface FigureBaselineProps {
  proposal: FigureProposal;
  indicator: string;
  school: string;
  /** The figure's own. */
  period: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** Offers that the figure is where its school starts from, to those who may say so, unless it is that already. */
export function FigureBaseline({ proposal, indicator, school, period, checked, onChecked }: FigureBaselineProps) {
  const { indicators, schools, readings, baselines, actor } = proposal;
  const measured = indicators.find(({ id }) => id === indicator);
  const of = schools.find(({ id }) => id === school);
  if (!measured?.body || !of?.body || !actor || !can(actor, 'target.set')) return null;
  if (actor.role !== 'coordinator' && !actor.schools.includes(school)) return null;
  const figures = { schools, indicators, readings, baselines, targets: [] };
  const { baseline } = schoolOn(figures, { ...measured, body: measured.body }, of);
  if (baseline?.period === period) return null;
  const before = isNumber(baseline)
    ? ` It takes the place of ${figureText(baseline.value, measured.body.unit)}, ${periodLabel(baseline.period)}.`
    : '';
  return (
    <Choice
      type="checkbox"
      checked={checked}
      onChecked={onChecked}
      means={`Its baseline: the figure that later ones are measured against.${before}`}
    >
      This is where {of.body.name} starts from
    </Choice>
  );
}
