import { describe, expect, it } from 'vitest';
import { appointActing } from '../../../shared/cluster/acting.ts';
import { leaveCluster } from '../../../shared/cluster/leaving.ts';
import { admit, editMember, isIn, isLastCoordinator, Member } from '../../../shared/cluster/members.ts';
import type { Actor } from '../../../shared/cluster/roles.ts';
import { addSchool, School } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon } from '../world.ts';

const operator = actorOf('operator', 'operator');
const [ann, ben, cy] = [actorOf('coordinator'), actorOf('head'), actorOf('observer')];
const ash = newId();

/** Ann, who coordinates, Ben, a head, and Cy, who reads along. */
function three() {
  const world = newWorld();
  const names: [Actor, string][] = [
    [ann, 'Ann'],
    [ben, 'Ben'],
    [cy, 'Cy'],
  ];
  for (const [{ member, role }, name] of names) world.act(operator, admit, { id: member, name, role, schools: [] });
  world.act(ann, addSchool, { id: ash, name: 'Ash Lane', urn: '100001' });
  const memberOf = ({ member }: Actor) => world.get(Member, member)?.body;
  const edit = (by: Actor, of: Actor, more: object) =>
    world.act(by, editMember, { id: of.member, rev: world.get(Member, of.member)?.rev ?? 1, ...more });
  return { world, memberOf, edit };
}

describe('member.edit', () => {
  it('lets a coordinator change role, schools and name', () => {
    const { world, memberOf, edit } = three();
    expect(edit(ann, ben, { role: 'coordinator', schools: [ash], name: 'Benedict' })).toBe('ok');
    expect(memberOf(ben)).toEqual({ name: 'Benedict', role: 'coordinator', schools: [ash], joined: noon });
    expect(edit(ann, ben, { schools: [newId()] })).toBe('missing');
    expect(world.act(ann, editMember, { id: newId(), rev: 1, name: 'Nobody' })).toBe('missing');
  });

  it('lets everyone change their own name, and nothing else', () => {
    const { edit, memberOf } = three();
    expect(edit(cy, cy, { name: 'Cyril' })).toBe('ok');
    expect(memberOf(cy)?.name).toBe('Cyril');
    expect(edit(ben, cy, { name: 'Sy' })).toBe('not-allowed');
    expect(edit(cy, cy, { role: 'head' })).toBe('not-allowed');
    expect(edit(ben, ben, { schools: [ash] })).toBe('not-allowed');
    expect(edit(cy, cy, { name: 'x'.repeat(81) })).toBe('not-valid');
  });

  it('never leaves the cluster without a coordinator', () => {
    const { edit, world } = three();
    expect(edit(ann, ann, { role: 'leader' })).toBe('last-coordinator');
    expect(edit(ann, ann, { role: 'coordinator' })).toBe('ok');
    expect(edit(ann, ben, { role: 'coordinator' })).toBe('ok');
    expect(edit(ann, ann, { role: 'leader' })).toBe('ok');
    const members = [...world.records.values()].flatMap((one) => (one.kind === 'member' ? [one] : []));
    const read = members.map((one) => ({ ...one, body: Member.read(one) }));
    expect(isLastCoordinator(read, ben.member)).toBe(true);
    expect(isLastCoordinator(read, ann.member)).toBe(false);
  });
});

describe('member.leave', () => {
  it('takes oneself out, or anyone by a coordinator; what they gave stays', () => {
    const { world, memberOf, edit } = three();
    expect(world.act(ben, leaveCluster, { id: cy.member })).toBe('not-allowed');
    expect(world.act(cy, leaveCluster, { id: cy.member })).toBe('ok');
    expect(memberOf(cy)).toEqual({ name: 'Cy', role: 'observer', schools: [], joined: noon, left: noon });
    expect(world.act(ann, leaveCluster, { id: cy.member })).toBe('left');
    expect(edit(ann, cy, { name: 'Back' })).toBe('left');
    expect(world.act(ann, leaveCluster, { id: ben.member })).toBe('ok');
    expect(world.act(ann, leaveCluster, { id: newId() })).toBe('missing');
    expect([ann, ben].map(({ member }) => isIn(world.get(Member, member) as never))).toEqual([true, false]);
  });

  it('never takes the last coordinator', () => {
    const { world, edit } = three();
    expect(world.act(ann, leaveCluster, { id: ann.member })).toBe('last-coordinator');
    edit(ann, ben, { role: 'coordinator' });
    expect(world.act(ann, leaveCluster, { id: ann.member })).toBe('ok');
    // One who has left is no coordinator any more.
    const second = { ...ben, role: 'coordinator' as const };
    expect(world.act(second, leaveCluster, { id: ben.member })).toBe('last-coordinator');
  });

  it('leaves no school with somebody acting who is gone, nor lets them be named again', () => {
    const { world } = three();
    world.act(ann, appointActing, { id: ash, rev: 1, acting: cy.member });
    expect(world.act(ann, leaveCluster, { id: cy.member })).toBe('ok');
    expect(world.get(School, ash)).toMatchObject({ rev: 3, body: { acting: null } });
    expect(world.act(ann, appointActing, { id: ash, rev: 3, acting: cy.member })).toBe('left');
  });
});
