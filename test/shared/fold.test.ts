import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Action, catalogue, defineAction, parse, type Write } from '../../shared/action.ts';
import { foldGroup } from '../../shared/fold.ts';
import { newId } from '../../shared/ids.ts';
import { ok } from '../../shared/problem.ts';
import { defineKind, type Record } from '../../shared/record.ts';
import { actorOf, newWorld, noon, snapshotOf } from './world.ts';

const leader = actorOf('leader');

/** A thing whose body has changed its shape twice: `words` was `word`, and has had a `mood` since. */
const Thing = defineKind<{ words: string; mood: string }>('thing', [
  ({ word, ...rest }: { word: string }) => ({ ...rest, words: word }),
  (body: object) => ({ mood: 'calm', ...body }),
]);
const old = { kind: 'thing', id: 'a', v: 1, rev: 3, seq: 3, body: { word: 'old', later: 'kept' } };

const writing = (name: string, writes: (body: { id: string }) => Write[]) =>
  defineAction({
    name,
    capability: 'evidence.save',
    body: z.strictObject({ id: z.string() }),
    decide: (body) => ok(writes(body)),
  });

const patch = writing('thing.patch', ({ id }) => [{ op: 'patch', kind: Thing, id, rev: 3, body: { mood: 'glad' } }]);
const create = writing('thing.create', ({ id }) => [{ op: 'create', kind: Thing, id, body: { words: id, mood: '' } }]);
const twice = writing('thing.twice', ({ id }) => [
  { op: 'create', kind: Thing, id, body: { words: '', mood: '' } },
  { op: 'patch', kind: Thing, id, rev: 1, body: { mood: 'late' } },
]);
const erase = writing('thing.erase', ({ id }) => [{ op: 'erase', kind: 'thing', id }]);
const known = catalogue([patch, create, twice, erase]);

function worldWith(...records: Record[]) {
  const world = newWorld(known);
  for (const record of records) world.records.set(`${record.kind}/${record.id}`, record);
  return world;
}

describe('a record of an older shape', () => {
  it('is read in the present one, whatever its age, and never changed by reading', () => {
    expect(Thing.v).toBe(3);
    expect(Thing.read(old)).toEqual({ words: 'old', mood: 'calm', later: 'kept' });
    expect(Thing.read({ ...old, v: 2, body: { words: 'w' } })).toEqual({ words: 'w', mood: 'calm' });
    expect(Thing.read({ ...old, v: 3, body: { words: 'w', mood: 'm' } })).toEqual({ words: 'w', mood: 'm' });
    expect(Thing.read({ ...old, body: null })).toBeNull();
    expect(old.body).toEqual({ word: 'old', later: 'kept' });
  });

  it('is brought up to date by the first edit', () => {
    const world = worldWith(old);
    expect(world.act(leader, patch, { id: 'a' })).toBe('ok');
    const body = { words: 'old', mood: 'glad', later: 'kept' };
    expect(world.records.get('thing/a')).toEqual({ ...old, v: 3, rev: 4, seq: 1, body });
  });

  it('that is newer than this build keeps its version and what we do not know', () => {
    const world = worldWith({ ...old, v: 9, body: { words: 'w', mood: 'm', unknown: [1] } });
    world.act(leader, patch, { id: 'a' });
    const body = { words: 'w', mood: 'glad', unknown: [1] };
    expect(world.records.get('thing/a')).toMatchObject({ v: 9, body });
  });
});

describe('writes', () => {
  it('of one action see each other, and count as one change in the order', () => {
    const world = worldWith();
    expect(world.act(leader, twice, { id: 'b' })).toBe('ok');
    expect(world.records.get('thing/b')).toMatchObject({ v: 3, rev: 2, seq: 1, body: { mood: 'late' } });
  });

  it('are refused where they do not fit what is there', () => {
    const gone = { ...old, id: 'gone', body: null };
    const world = worldWith(old, gone);
    const act = (action: Action<string, { id: string }>, id: string) => world.act(leader, action, { id });
    expect([act(create, 'a'), act(create, 'gone')]).toEqual(['exists', 'erased']);
    expect([act(patch, 'none'), act(patch, 'gone')]).toEqual(['missing', 'erased']);
    expect([act(erase, 'none'), act(erase, 'a')]).toEqual(['missing', 'ok']);
    expect(world.records.get('thing/a')).toMatchObject({ v: 1, rev: 4, body: null });
  });

  it('leave the base as it was: the result is laid over it', () => {
    const { records } = worldWith(old);
    const before = structuredClone([...records]);
    const group = [{ id: newId(), name: patch.name, body: { id: 'a' }, at: 0 }];
    const folded = foldGroup(snapshotOf(records), group, { known, actor: leader, now: noon, seq: 9 });
    expect(folded.ok && [...folded.changes.keys()]).toEqual(['thing/a']);
    expect([...records]).toEqual(before);
  });
});

describe('a rule', () => {
  it('that reads what its action does not declare is a mistake, wherever it runs', () => {
    const nosy = (reads: Action['reads']) =>
      defineAction({
        name: 'thing.peek',
        capability: 'evidence.save',
        body: z.strictObject({}),
        reads,
        decide: (_, { get, list }) => {
          get(Thing, 'a');
          list(Thing);
          return ok([]);
        },
      });
    const peek = (reads: Action['reads']) => () => newWorld(catalogue([nosy(reads)])).act(leader, nosy(reads), {});
    expect(peek(() => [])).toThrow('without saying so');
    expect(peek(() => [{ kind: 'thing', id: 'a' }])).toThrow('lists thing');
    expect(peek(() => [{ kind: 'thing', id: 'b' }])).toThrow('reads thing a');
    expect(peek(() => [Thing])()).toBe('ok');
  });

  it('has a name of its own', () => {
    expect(() => catalogue([patch, patch])).toThrow('thing.patch');
  });
});

describe('parsing', () => {
  const Body = z.strictObject({ a: z.number(), b: z.optional(z.strictObject({ c: z.string() })) });
  const said = (value: unknown) => {
    const parsed = parse(Body, value);
    return parsed.ok ? 'ok' : `${parsed.problem.code} ${parsed.problem.detail}`;
  };

  it('names the field that is wrong, and calls unknown only what is right otherwise', () => {
    expect(said({ a: 1 })).toBe('ok');
    expect(said({ a: 'x' })).toBe('not-valid a');
    expect(said({ a: 1, b: { c: 5 } })).toBe('not-valid b.c');
    expect(said({ a: 1, z: 1 })).toBe('unknown-field z');
    expect(said({ a: 1, b: { c: '', z: 1 } })).toBe('unknown-field z');
    expect(said({ a: 'x', z: 1 })).toBe('not-valid a');
    expect(said(null)).toBe('not-valid undefined');
  });
});
