import type { Catalogue } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import { admit } from '../../shared/cluster/members.ts';
import { type Actor, type Role, roles } from '../../shared/cluster/roles.ts';
import { type Changes, foldGroup, type Snapshot } from '../../shared/fold.ts';
import { newId } from '../../shared/ids.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { type Kind, keyOf, type Record } from '../../shared/record.ts';

/** Records in memory, as a snapshot that rules can be folded over. */
export const snapshotOf = (records: Changes): Snapshot => ({
  get: (ref) => records.get(keyOf(ref)),
  list: (kind) => [...records.values()].filter((record) => record.kind === kind).sort((a, b) => a.seq - b.seq),
});

/** Someone who acts. */
export const actorOf = (role: Actor['role'], member: string = newId(), schools: string[] = []): Actor => ({
  member,
  role,
  schools,
});

/** Someone who acts for these schools. */
export const actorFor = (role: Actor['role'], ...schools: string[]): Actor => actorOf(role, newId(), schools);

/** The clock of every world, so that times can be named. */
export const noon = Date.UTC(2026, 0, 12, 12);

/** A cluster without a server: actions are folded over its records one after the other, as the Worker does. */
export function newWorld(known: Catalogue = actions, clock = () => noon) {
  const records: Changes = new Map();
  let seq = 0;
  return {
    records,
    /** Does something; answers `ok`, or with the code of the refusal. */
    act(by: Actor, { name }: { name: string }, body: unknown, blobs?: readonly string[]): 'ok' | ProblemCode {
      const hasBlob = blobs && ((hash: string) => blobs.includes(hash));
      const moment = { known, actor: by, now: clock(), seq: seq + 1, ...(hasBlob && { hasBlob }) };
      const folded = foldGroup(snapshotOf(records), [{ id: newId(), name, body, at: 0 }], moment);
      if (!folded.ok) return folded.problem.code;
      seq++;
      for (const [key, record] of folded.changes) records.set(key, record);
      return 'ok';
    },
    /** The record of a kind and id, or, without an id, the only one of its kind. */
    get<Body>(kind: Kind<Body>, id?: string): Record<Body> | undefined {
      const found = [...records.values()].filter((one) => one.kind === kind.kind && (!id || one.id === id));
      const [record] = found;
      return record && found.length === 1 ? { ...record, body: kind.read(record) } : undefined;
    },
  };
}

/** Lets somebody into a world as a member; answers their id. */
export function letIn(world: World, { member, role, schools }: Actor): string {
  const body = { id: member, name: 'Ann Archer', role, schools };
  if (world.act(actorOf('operator'), admit, body) !== 'ok') throw new Error('nobody was let in');
  return member;
}

export type World = ReturnType<typeof newWorld>;

/** For each role, whether it may: for comparing with what was agreed. */
export const rolesThat = (may: (actor: Actor) => boolean): (Role | 'operator')[] =>
  (['operator', ...roles] as const).filter((role) => may(actorOf(role)));

/** The roles that get an action past the question of who may: with a body that is right, in a world of its own. */
export const rolesFor = (action: { name: string }, body: () => unknown, prepare?: (world: World) => void) =>
  rolesThat((actor) => {
    const world = newWorld();
    prepare?.(world);
    return world.act(actor, action, body()) !== 'not-allowed';
  });
