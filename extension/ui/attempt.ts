import type { Action } from '../../shared/action.ts';
import type { Replica } from '../replica/replica.ts';
import type { Outcome } from './use-task.ts';

/** One thing to do. */
export interface Deed {
  action: Action;
  body: unknown;
}

type Acting = Pick<Replica, 'outbox' | 'view'>;

/** Does something, unless this device knows already that it would be refused: then says why, and nothing is sent. */
export async function attempt<Body>(
  { outbox, view }: Acting,
  action: Action<string, Body>,
  body: Body,
): Promise<Outcome<unknown>> {
  const problem = await view.refusal(action, body);
  return problem ? { ok: false, problem } : outbox.act(action, body);
}

/** The same for things that belong together: all of them, or none. */
export async function attemptTogether(
  { outbox, view }: Acting,
  deeds: readonly Deed[],
): Promise<Outcome<{ group: string }>> {
  const problem = await view.refusalTogether(deeds);
  return problem ? { ok: false, problem } : outbox.actTogether(deeds);
}
