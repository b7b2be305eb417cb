import { describe, expect, it } from 'vitest';
import { appointActing } from '../../../shared/cluster/acting.ts';
import { admit } from '../../../shared/cluster/members.ts';
import {
  addSchool,
  editSchool,
  isOf,
  markSchool,
  School,
  speaksFor,
  takesPart,
} from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { actorFor, actorOf, newWorld, noon, rolesFor } from '../world.ts';

const coordinator = actorOf('coordinator');
const [ash, oak] = [newId(), newId()];

function twoSchools() {
  const world = newWorld();
  world.act(coordinator, addSchool, { id: ash, name: 'Ash Lane', urn: '100001' });
  world.act(coordinator, addSchool, { id: oak, name: 'Oak Road', urn: '100002', before: ['100003'] });
  return world;
}
const schoolOf = (world: ReturnType<typeof newWorld>, id: string) => {
  const school = world.get(School, id);
  if (!school) throw new Error('no school');
  return school;
};

describe('school.add', () => {
  it('knows a school by every number that it has had', () => {
    const world = twoSchools();
    const again = { id: newId(), name: 'Oak Road Primary', urn: '100003' };
    expect(world.act(coordinator, addSchool, again)).toBe('exists');
    expect(world.act(coordinator, addSchool, { ...again, urn: '100004', before: ['100001'] })).toBe('exists');
    expect(world.act(coordinator, addSchool, { ...again, urn: '100004' })).toBe('ok');
  });
});

describe('school.edit', () => {
  it('follows a school that became an academy', () => {
    const world = twoSchools();
    const body = { id: ash, rev: 1, urn: '140001', before: ['100001'] };
    expect(world.act(coordinator, editSchool, body)).toBe('ok');
    expect(world.get(School, ash)?.body).toEqual({ name: 'Ash Lane', urn: '140001', before: ['100001'] });
    expect(world.act(coordinator, editSchool, { id: ash, rev: 1, name: 'Ash' })).toBe('stale');
    expect(world.act(coordinator, editSchool, { id: ash, rev: 2, before: ['100003'] })).toBe('exists');
    expect(world.act(coordinator, editSchool, { id: newId(), rev: 1, name: 'Elm' })).toBe('missing');
    expect(world.act(coordinator, editSchool, { id: ash, rev: 2, urn: '240001' })).toBe('not-valid');
  });

  it('is for coordinators and heads', () => {
    const body = () => ({ id: newId(), rev: 1, name: 'x' });
    expect(rolesFor(editSchool, body)).toEqual(['coordinator', 'head']);
  });
});

describe('school.mark', () => {
  it('says why a school takes no part, and takes it back', () => {
    const world = twoSchools();
    const away = { how: 'absent', reason: 'Its head is ill until Easter.' };
    expect(world.act(coordinator, markSchool, { id: ash, rev: 1, away })).toBe('ok');
    expect(world.get(School, ash)?.body?.away).toEqual({ ...away, at: noon });
    expect(takesPart(schoolOf(world, ash))).toBe(false);
    expect(world.act(coordinator, markSchool, { id: ash, rev: 2, away: null })).toBe('ok');
    expect(takesPart(schoolOf(world, ash))).toBe(true);
    expect(world.act(coordinator, markSchool, { id: newId(), rev: 1, away })).toBe('missing');
    expect(world.act(coordinator, markSchool, { id: ash, rev: 3, away: { how: 'left', reason: ' ' } })).toBe(
      'not-valid',
    );
    expect(world.act(actorFor('head', ash), markSchool, { id: ash, rev: 3, away })).toBe('not-allowed');
  });
});

describe('school.appoint', () => {
  it('names who speaks for a school, by its head or a coordinator', () => {
    const world = twoSchools();
    const deputy = actorOf('leader');
    world.act(actorOf('operator'), admit, { id: deputy.member, name: 'Dee', role: 'leader', schools: [] });
    const body = { id: ash, rev: 1, acting: deputy.member };
    expect(world.act(actorFor('head', oak), appointActing, body)).toBe('not-for-school');
    expect(world.act(actorFor('head', ash), appointActing, { ...body, acting: newId() })).toBe('missing');
    expect(world.act(actorFor('head', ash), appointActing, body)).toBe('ok');
    expect(speaksFor(deputy, schoolOf(world, ash))).toBe(true);
    expect(speaksFor(deputy, schoolOf(world, oak))).toBe(false);
    expect(world.act(coordinator, appointActing, { id: ash, rev: 2, acting: null })).toBe('ok');
    expect(speaksFor(deputy, schoolOf(world, ash))).toBe(false);
  });
});

describe('who speaks for a school, and who is of it', () => {
  it('is told by role and schools', () => {
    const school = schoolOf(twoSchools(), ash);
    const speak = (['coordinator', 'head', 'leader', 'observer'] as const).filter((role) =>
      speaksFor(actorFor(role, ash), school),
    );
    expect(speak).toEqual(['coordinator', 'head']);
    expect(speaksFor(actorFor('head', oak), school)).toBe(false);
    expect(isOf(actorFor('leader', oak, ash), school)).toBe(true);
    expect(isOf(actorFor('leader', oak), school)).toBe(false);
  });
});
