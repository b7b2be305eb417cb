import { type Action, type Group, limits, parse, type SentAction } from '../../shared/action.ts';
import { holdsUpn } from '../../shared/evidence/upn-shape.ts';
import { newId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import type { Database, OutboxRow } from './database.ts';
import type { Sessions } from './session.ts';

/**
 * The way in for everything that anyone does here. A group is on disk when `act` answers; only then may a screen say
 * 'Saved'.
 */
export function createOutbox(db: Database, sessions: Sessions, now: () => number, onWaiting?: () => void) {
  const refused = (id: string) => db.outbox.where({ id }).filter((row) => row.state === 'refused');

  /** Puts a group into the outbox. Errors: `not-valid`, `unknown-field`, `too-large`, `pupil-number`, `no-credential`. */
  const actTogether = async (
    steps: readonly { action: Action; body: unknown }[],
    replaces?: string,
  ): Promise<Result<{ group: string }>> => {
    const at = now();
    const group: Group = [];
    for (const { action, body } of steps) {
      // What is stored is exactly what will travel.
      const json = JSON.stringify(body);
      if (json.length > limits.actionBytes) return fail('too-large');
      // Whatever it is for, one is never written to this disk.
      if (holdsUpn(body)) return fail('pupil-number');
      const sent: SentAction = { id: newId(at), name: action.name, body: JSON.parse(json), at };
      const parsed = parse(action.body, sent.body);
      if (!parsed.ok) return parsed;
      group.push(sent);
    }
    const id = group[0]?.id;
    if (!id) return fail('not-valid');
    if (!(await sessions.stored())) return fail('no-credential');
    await db.transaction('rw', db.outbox, async () => {
      if (replaces) await refused(replaces).delete();
      await db.outbox.add({ id, group, state: 'waiting' });
    });
    onWaiting?.();
    return ok({ group: id });
  };

  return {
    actTogether,

    /** Puts one action into the outbox; `replaces` is a refused group that it takes the place of. */
    act: <Body>(action: Action<string, Body>, body: Body, replaces?: string): Promise<Result<{ group: string }>> =>
      actTogether([{ action: action as Action, body }], replaces),

    /** Takes back what has not reached the log. What has is left alone. */
    discard: async (group: string): Promise<void> => {
      await db.outbox
        .where({ id: group })
        .filter((row) => row.state !== 'accepted')
        .delete();
    },

    /** Takes back a group that was never sent, or was refused; answers whether it was still here to be taken. */
    takeBack: (group: string): Promise<boolean> =>
      db.transaction('rw', db.outbox, async () => {
        const rows = db.outbox
          .where({ id: group })
          .filter(({ state, tried }) => state === 'refused' || (state === 'waiting' && !tried));
        return (await rows.delete()) > 0;
      }),

    /** Everything that is not yet in the base, in the order in which it was made. */
    rows: (): Promise<OutboxRow[]> => db.outbox.orderBy('n').toArray(),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
