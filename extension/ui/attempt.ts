import type { Action } from '../../shared/action.ts';
import type { Replica } from '../replica/replica.ts';
import type { Outcome } from './use-task.ts';

/** Does something, unless this device knows already that it would be refused: then says why, and nothing is sent. */
export async function attempt<Body>(
  { outbox, view }: Pick<Replica, 'outbox' | 'view'>,
  action: Action<string, Body>,
  body: Body,
): Promise<Outcome<unknown>> {
  const problem = await view.refusal(action, body);
  return problem ? { ok: false, problem } : outbox.act(action, body);
}
