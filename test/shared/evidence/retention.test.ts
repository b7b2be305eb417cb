import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/actions.ts';
import { editCluster, found } from '../../../shared/cluster/cluster.ts';
import { Evidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { expireEvidence, keptSince, keptUntil } from '../../../shared/evidence/retention.ts';
import { foldGroup } from '../../../shared/fold.ts';
import { newClusterId, newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor, snapshotOf, type World } from '../world.ts';

const operator = actorOf('operator', 'operator');
const coordinator = actorOf('coordinator');
const day = 24 * 60 * 60 * 1000;

/** What letting go comes to, so many days after noon. */
function later(world: World, days: number, ids: string[]) {
  const moment = { known: actions, actor: operator, now: noon + days * day, seq: 100 };
  const group = [{ id: newId(), name: expireEvidence.name, body: { ids }, at: 0 }];
  const folded = foldGroup(snapshotOf(world.records), group, moment);
  return folded.ok ? [...folded.changes.values()] : folded.problem.code;
}

describe('evidence.expire', () => {
  const cluster = newClusterId();
  const note = (id: string) => ({ id, passages: [], note: 'x', tags: [], priorities: [] });

  it('lets go what is older than the cluster keeps it, from the announced day on', () => {
    const world = newWorld();
    const id = newId();
    world.act(operator, found, { id: cluster, name: 'n', word: 'hub' });
    world.act(coordinator, saveEvidence, note(id));
    expect(later(world, 800, [id])).toBe('not-in-state');
    world.act(coordinator, editCluster, { id: cluster, rev: 1, retention: 1 });
    expect(later(world, 29, [id])).toBe('not-in-state');
    expect(later(world, 300, [id])).toBe('not-fitting');
    expect(later(world, 367, [newId()])).toBe('missing');
    expect(later(world, 367, [id])).toMatchObject([{ kind: Evidence.kind, id, body: null }]);
    world.act(coordinator, editCluster, { id: cluster, rev: 2, retention: null });
    expect(later(world, 800, [id])).toBe('not-in-state');
  });

  it('is the operator’s alone', () => {
    expect(rolesFor(expireEvidence, () => ({ ids: [newId()] }))).toEqual(['operator']);
    const world = newWorld();
    world.act(operator, found, { id: cluster, name: 'n', word: 'hub' });
    expect(world.act(operator, expireEvidence, { ids: [] })).toBe('not-valid');
  });

  it('accepts a list of which some is gone already', () => {
    const world = newWorld();
    world.act(operator, found, { id: cluster, name: 'n', word: 'hub' });
    const id = newId();
    world.act(coordinator, saveEvidence, note(id));
    for (const record of world.records.values()) {
      if (record.kind === 'cluster') record.body = { ...(record.body as object), retention: { years: 1, from: noon } };
      else record.body = { ...(record.body as object), at: keptSince(1, noon) - 1 };
    }
    expect(world.act(operator, expireEvidence, { ids: [id] })).toBe('ok');
    expect(world.act(operator, expireEvidence, { ids: [id] })).toBe('ok');
    expect(world.get(Evidence, id)?.body).toBeNull();
  });
});

describe('a time of years', () => {
  it('is by the calendar, and leap days are kept a day longer rather than shorter', () => {
    expect(new Date(keptSince(4, Date.UTC(2026, 5, 1))).toISOString()).toBe('2022-06-01T00:00:00.000Z');
    const leap = Date.UTC(2024, 1, 29);
    expect(new Date(keptUntil(1, leap)).toISOString()).toBe('2025-03-01T00:00:00.000Z');
    expect(keptSince(1, keptUntil(1, leap))).toBeGreaterThanOrEqual(leap);
  });
});
