import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/cluster/redact.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { editResponse, giveResponse, Response, unansweredOf } from '../../../shared/evidence/response.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon, rolesFor } from '../world.ts';

const [ann, ben] = [actorOf('head'), actorOf('observer')];

function scene() {
  const world = newWorld();
  const evidence = newId();
  world.act(ann, saveEvidence, { id: evidence, passages: [], note: 'One', tags: [], priorities: [] });
  const give = (more: object = {}, by = ben) => {
    const to = { kind: 'evidence', id: evidence };
    return world.act(by, giveResponse, {
      id: newId(),
      to,
      how: 'challenge',
      text: 'Is it so?',
      members: [],
      schools: [],
      ...more,
    });
  };
  const all = () =>
    [...world.records.values()]
      .filter(({ kind }) => kind === Response.kind)
      .map((one) => ({ ...one, body: Response.read(one) }));
  return { world, evidence, give, all };
}

describe('response.give', () => {
  it('challenges what is there, and waits for an answer', () => {
    const { evidence, give, all } = scene();
    const id = newId();
    expect(give({ id, members: [ann.member] })).toBe('ok');
    expect(all()[0]?.body).toEqual({
      ...{ to: { kind: 'evidence', id: evidence }, how: 'challenge', text: 'Is it so?', members: [ann.member] },
      ...{ schools: [], by: ben.member, at: noon },
    });
    expect(give({ how: 'support' })).toBe('ok');
    expect(unansweredOf(all()).map((one) => one.id)).toEqual([id]);
    expect(give({ how: 'answer', answers: id }, ann)).toBe('ok');
    expect(unansweredOf(all())).toEqual([]);
  });

  it('answers a response to the same thing, and nothing else', () => {
    const { world, evidence, give, all } = scene();
    const [id, answer] = [newId(), newId()];
    give({ id });
    expect(give({ how: 'answer' })).toBe('not-valid');
    expect(give({ answers: id })).toBe('not-valid');
    expect(give({ how: 'answer', answers: newId() })).toBe('missing');
    give({ id: answer, how: 'answer', answers: id });
    expect(give({ how: 'answer', answers: answer })).toBe('not-fitting');
    expect(give({ to: { kind: 'evidence', id: newId() } })).toBe('missing');
    expect(give({ to: { kind: 'member', id: newId() } })).toBe('not-valid');
    world.act(actorOf('coordinator'), redact, { kind: 'evidence', id: evidence });
    expect(give()).toBe('erased');
    expect(all()).toHaveLength(2);
  });

  it('is for everyone', () => {
    const to = { kind: 'evidence', id: newId() };
    const body = () => ({ id: newId(), to, how: 'support', text: 'x', members: [], schools: [] });
    expect(rolesFor(giveResponse, body)).toEqual(['coordinator', 'head', 'leader', 'observer']);
  });
});

describe('response.edit', () => {
  it('is its author’s', () => {
    const { world, give, all } = scene();
    const id = newId();
    give({ id });
    expect(world.act(ann, editResponse, { id, rev: 1, text: 'x' })).toBe('not-yours');
    expect(world.act(ben, editResponse, { id, rev: 1, text: 'Is it really so?' })).toBe('ok');
    expect(all()[0]?.body).toMatchObject({ text: 'Is it really so?', edited: noon });
    expect(world.act(ben, editResponse, { id: newId(), rev: 1, text: 'x' })).toBe('missing');
  });
});
