import type { Action } from '../../shared/action.ts';
import { Evidence, withdrawEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { Reading, withdrawReading } from '../../shared/priorities/reading.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { ok } from '../../shared/problem.ts';
import type { Replica } from '../replica/replica.ts';
import type { Outcome } from '../ui/use-task.ts';

/** A figure that was recorded, as far as it is needed to take it back. */
export interface SavedFigure {
  group: string;
  evidence: string;
  reading: string;
  /** Where the school started from before, if this became its baseline. */
  before?: { indicator: string; school: string; reading: string };
}

/** Takes a recorded figure back: out of the outbox where it was never sent, else withdrawn, reading and evidence alike. */
export async function takeBackFigure({ outbox, view }: Replica, saved: SavedFigure): Promise<Outcome<unknown>> {
  if (await outbox.takeBack(saved.group)) return ok(null);
  const [piece, reading] = await Promise.all([view.get(Evidence, saved.evidence), view.get(Reading, saved.reading)]);
  const steps: { action: Action; body: unknown }[] = [
    { action: withdrawEvidence as Action, body: { id: saved.evidence, rev: piece?.rev ?? 1 } },
    { action: withdrawReading as Action, body: { id: saved.reading, rev: reading?.rev ?? 1 } },
  ];
  // The newest baseline holds; one whose figure was taken back says nothing.
  if (saved.before) steps.push({ action: setBaseline as Action, body: { id: newId(), ...saved.before } });
  const problem = await view.refusalTogether(steps);
  return problem ? { ok: false, problem } : outbox.actTogether(steps);
}
