import { type Action, limits } from '../../shared/action.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator, editIndicator, Indicator } from '../../shared/priorities/indicator.ts';
import { enterReading, Reading, withdrawReading } from '../../shared/priorities/reading.ts';
import { ok, type Result } from '../../shared/problem.ts';
import type { Replica } from '../replica/replica.ts';
import type { Choices, Plan } from './scrutiny-plan.ts';

interface Step {
  action: Action;
  body: { id: string };
}

/** What was written, so that it can be undone: the groups in their order, with the ids of what each made. */
export interface Written {
  groups: { id: string; steps: readonly Step[] }[];
  figures: number;
}

const step = <Body extends { id: string }>(action: Action<string, Body>, body: Body): Step => ({
  action: action as Action,
  body,
});

/** The actions that a plan comes to: each new indicator, then its figures. */
function stepsOf(plan: Plan, { status, source }: Pick<Choices, 'status' | 'source'>): Step[] {
  // A millisecond apart, so that indicators of one group stand in the order of the table.
  const now = Date.now();
  return plan.indicators.flatMap((indicator, i) => {
    const cells = plan.writes.filter((cell) => cell.indicator.key === indicator.key);
    if (cells.length === 0) return [];
    const id = indicator.present?.id ?? newId(now + i);
    const { name, unit, direction } = indicator;
    const sourced = source && { source };
    const added = step(addIndicator, { id, name, unit, direction, about: '', priorities: [], ...sourced });
    const entered = cells.flatMap(({ school, period, value, cohort, numerator, present }) =>
      period === undefined || value === undefined
        ? []
        : [
            step(enterReading, {
              id: newId(),
              indicator: id,
              school,
              period,
              value,
              ...(cohort !== undefined && { cohort }),
              ...(numerator !== undefined && { numerator }),
              ...(present?.body?.breaks && value !== 'series-break' && { breaks: true }),
              status,
              ...sourced,
              ...(present && { replaces: present.id }),
            }),
          ],
    );
    return indicator.present ? entered : [added, ...entered];
  });
}

/**
 * Writes a plan in groups that stand or fall whole, one after the other, and tells how far it has come. Errors: those
 * of the outbox; what was written before stays.
 */
export async function writePlan(
  { outbox }: Pick<Replica, 'outbox'>,
  plan: Plan,
  choices: Pick<Choices, 'status' | 'source'>,
  onStep: (done: number, all: number) => void,
): Promise<Result<Written>> {
  const steps = stepsOf(plan, choices);
  const written: Written = { groups: [], figures: plan.writes.length };
  for (let at = 0; at < steps.length; at += limits.actionsPerGroup) {
    const group = steps.slice(at, at + limits.actionsPerGroup);
    const done = await outbox.actTogether(group);
    if (!done.ok) return done;
    written.groups.push({ id: done.value.group, steps: group });
    onStep(Math.min(at + limits.actionsPerGroup, steps.length), steps.length);
  }
  return ok(written);
}

/**
 * Takes back what was written, the last first. What was never sent is gone; what may be in the log is withdrawn there,
 * so that what it replaced holds again, and its indicators are retired.
 */
export async function undoWritten({ outbox, view }: Pick<Replica, 'outbox' | 'view'>, written: Written): Promise<void> {
  for (const { id, steps } of written.groups.toReversed()) {
    if (await outbox.takeBack(id)) continue;
    const back: Step[] = [];
    for (const { action, body } of steps.toReversed()) {
      const kind = action.name === enterReading.name ? Reading : Indicator;
      const rev = (await view.get<unknown>(kind, body.id))?.rev;
      // It was refused meanwhile, or erased: there is nothing to take back.
      if (rev === undefined) continue;
      if (kind === Reading) back.push(step(withdrawReading, { id: body.id, rev }));
      else back.push(step(editIndicator, { id: body.id, rev, retired: true }));
    }
    if (back.length > 0) await outbox.actTogether(back);
  }
}
