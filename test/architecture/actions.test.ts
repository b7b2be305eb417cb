import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Action, catalogue, defineAction } from '../../shared/action.ts';
import { actions } from '../../shared/actions.ts';
import { can, capabilities } from '../../shared/cluster/roles.ts';
import { ok } from '../../shared/problem.ts';
import { root } from '../tools/run-process.ts';
import { type Modules, untested } from './action-tests.ts';
import { compare, type Frozen, freeze } from './frozen.ts';
import { isBounded, readSchema } from './schema.ts';
import { readFiles } from './sources.ts';

const frozenPath = 'test/architecture/actions.frozen.json';
const frozen: Frozen = JSON.parse(readFileSync(join(root, frozenPath), 'utf8'));

const faults = (known: Iterable<Action>) =>
  [...known].flatMap(({ name, body }) => readSchema(body).faults.map((fault) => `${name}: ${fault}`));

/** An action with this body, for showing that a checker can fail. */
const made = (body: z.ZodMiniType, name = 'thing.do') =>
  defineAction({ name, capability: 'evidence.save', body, decide: () => ok([]) });

const short = z.string().check(z.maxLength(10));

async function sharedModules(): Promise<Modules> {
  const paths = [...readFiles((path) => /^shared\/.*(?<!\.d)\.ts$/.test(path)).keys()];
  const loaded = await Promise.all(paths.map((path) => import(/* @vite-ignore */ join(root, path))));
  return new Map(paths.map((path, i) => [path, loaded[i]]));
}

describe('every action', () => {
  it('is called after what it is about and what is done', () => {
    expect(actions.size).toBeGreaterThan(5);
    for (const [name, action] of actions) {
      expect(action.name).toBe(name);
      expect(name).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
    }
  });

  it('needs a capability that the table of roles has, and that somebody has', () => {
    for (const { name, capability } of actions.values()) {
      expect(capabilities, name).toContain(capability);
      const roles = ['operator', 'coordinator', 'head', 'leader', 'observer'] as const;
      expect(
        roles.some((role) => can({ role }, capability)),
        name,
      ).toBe(true);
    }
  });

  it('has a strict schema all the way down, with a limit on every string and list', () => {
    expect(faults(actions.values())).toEqual([]);
  });

  it('refuses an unknown field beside what it requires', () => {
    for (const { name, body } of actions.values()) {
      const answer = z.safeParse(body, { 'no-such-field': 1 });
      const codes = answer.error?.issues.flatMap((one) => (one.code === 'unrecognized_keys' ? one.keys : []));
      expect(codes, name).toEqual(['no-such-field']);
    }
  });

  it('has a test in test/shared/ that expects it to be accepted, and one that expects it to be refused', async () => {
    const tests = readFiles((path) => /^test\/shared\/.*\.test\.ts$/.test(path));
    expect(untested(actions, tests, await sharedModules())).toEqual([]);
  });

  it('still takes what clients of four years ago send', () => {
    const { broken, added } = compare(frozen, freeze(actions));
    expect(broken).toEqual([]);
    expect(added, `Only additions. Freeze them: node test/architecture/freeze-actions.ts`).toEqual([]);
  });
});

describe('the reading of schemas', () => {
  const found = (body: z.ZodMiniType) => faults([made(body)]).join('; ');

  it('finds an object that takes unknown fields, however deep it stands', () => {
    expect(found(z.object({ a: short }))).toContain('the body takes unknown fields');
    expect(found(z.looseObject({ a: short }))).toContain('the body takes unknown fields');
    const deep = z.strictObject({ a: z.optional(z.array(z.object({ b: short })).check(z.maxLength(2))) });
    expect(found(deep)).toBe('thing.do: a[] takes unknown fields: use z.strictObject');
    expect(found(z.strictObject({ a: z.union([short, z.object({})]) }))).toContain('a|1 takes unknown fields');
  });

  it('finds what has no limit', () => {
    const body = (a: z.ZodMiniType) => found(z.strictObject({ a }));
    expect(body(z.string())).toContain('a is a text without a limit');
    expect(body(z.nullable(z.string().check(z.minLength(1))))).toContain('a is a text without a limit');
    expect(body(z.array(short))).toContain('a is a list without a limit');
    expect(body(z.array(z.string()).check(z.maxLength(2)))).toContain('a[] is a text without a limit');
    for (const type of [z.unknown(), z.any(), z.record(short, short), z.custom()]) {
      expect(body(type)).toContain('of which nobody can say');
    }
    expect(body(z.array(short).check(z.maxLength(3)))).toBe('');
    expect(body(z.tuple([short, z.enum(['a', 'b'])]))).toBe('');
  });

  it('knows which patterns are a limit', () => {
    for (const pattern of [/^1\d{5}$/, /^[0-9a-f]{32}\.[a-z+*]{3,5}$/, /^a?b$/]) expect(isBounded(pattern)).toBe(true);
    for (const pattern of [/^\d+$/, /^a*$/, /^a{3,}$/, /a{3}/, /^a{3}/, /^a$|b/]) {
      expect(isBounded(pattern), `${pattern}`).toBe(false);
    }
  });
});

describe('the search for tests', () => {
  const action = made(z.strictObject({}));
  const module = 'shared/thing.ts';
  const lacking = (test: string) =>
    untested(
      catalogue([action]),
      new Map([['test/shared/thing.test.ts', `import { go } from '../../shared/thing.ts';${test}`]]),
      new Map([[module, { go: action }]]),
    );

  it('counts only an expectation of this action, under its name', () => {
    const [accepted, refused] = ["expect(act(go)).toBe('ok');", "expect(act(go)).toEqual(['missing']);"];
    expect(lacking(`describe('thing.do', () => { it('x', () => { ${accepted}${refused} }) })`)).toEqual([]);
    expect(lacking(`describe('thing.do', () => { ${accepted} })`)).toEqual([expect.stringContaining('be refused')]);
    expect(lacking(`describe('thing.do', () => { ${refused} })`)).toEqual([expect.stringContaining('be accepted')]);
    expect(lacking(`describe('others', () => { ${accepted}${refused} })`)).toHaveLength(1);
    expect(
      lacking(`describe('thing.do', () => { expect('ok').toBe('ok'); expect('missing').toBe('missing'); })`),
    ).toEqual([expect.stringContaining('accepted or refused')]);
    expect(lacking(`describe('thing.do', () => { act(go); const codes = ['ok', 'missing']; })`)).toHaveLength(1);
    expect(lacking('')).toHaveLength(1);
  });
});

describe('the frozen bodies', () => {
  const title = { title: short };
  const compared = (before: z.ZodMiniType, now: z.ZodMiniType) =>
    compare(freeze(catalogue([made(before)])), freeze(catalogue([made(now)])));

  it('break where an old client would be refused', () => {
    const before = z.strictObject({ ...title, note: z.optional(short) });
    const broken = (now: z.ZodMiniType) => compared(before, now).broken.join();
    expect(broken(z.strictObject(title))).toContain("no longer takes 'note': clients of the last four years");
    expect(broken(z.strictObject({ ...title, note: short }))).toContain("now requires 'note'");
    expect(broken(z.strictObject({ ...title, note: z.optional(short), more: short }))).toContain("requires 'more'");
    const tight = z.string().check(z.maxLength(9));
    expect(broken(z.strictObject({ title: tight, note: z.optional(short) }))).toContain('at most 9');
    expect(compare(freeze(catalogue([made(before)])), {}).broken.join()).toContain('thing.do is gone');
  });

  it('only ask to be written anew where something was added', () => {
    const added = (now: z.ZodMiniType) => compared(z.strictObject(title), now);
    const inner = z.optional(z.strictObject({ url: short, tags: z.array(short).check(z.maxLength(3)) }));
    expect(added(z.strictObject({ ...title, source: inner })).broken).toEqual([]);
    expect(added(z.strictObject({ ...title, source: inner })).added.length).toBeGreaterThan(0);
    expect(added(z.strictObject({ title: z.optional(short) }))).toMatchObject({
      broken: [],
      added: [expect.stringContaining('title')],
    });
    const wide = z.strictObject({ title: z.string().check(z.maxLength(11)) });
    expect(added(wide)).toMatchObject({ broken: [], added: [expect.stringContaining('title')] });
    const words = (...names: [string, ...string[]]) => z.strictObject({ word: z.enum(names) });
    expect(compared(words('a', 'b'), words('a', 'b', 'c')).broken).toEqual([]);
    expect(compared(words('a', 'b'), words('a', 'c')).broken).toHaveLength(1);
  });
});
