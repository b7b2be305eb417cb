import { describe, expect, it } from 'vitest';
import { leaveCluster } from '../../../shared/cluster/leaving.ts';
import { admit, Member } from '../../../shared/cluster/members.ts';
import { removedWords } from '../../../shared/cluster/redact.ts';
import { addSchool, markSchool, School } from '../../../shared/cluster/schools.ts';
import { addValue, editValue, Value } from '../../../shared/cluster/values.ts';
import { Evidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { giveResponse, Response } from '../../../shared/evidence/response.ts';
import { newId } from '../../../shared/ids.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { editNoticing, Noticing, recordNoticing } from '../../../shared/priorities/noticing.ts';
import { Priority, proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading, Reading } from '../../../shared/priorities/reading.ts';
import type { Kind } from '../../../shared/record.ts';
import { forgetMember, forgottenName } from '../../../shared/reviews/forget.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { Naming } from '../../../shared/reviews/public-kind.ts';
import { renamed, unnamed } from '../../../shared/reviews/unnamed.ts';

import { actorOf, newWorld, noon } from '../world.ts';

const [ann, ben] = [actorOf('coordinator'), actorOf('head')];
const [clip, indicator, school] = [newId(), newId(), newId()];

function worldWithBen() {
  const world = newWorld();
  for (const { member, role } of [ann, ben]) {
    world.act(actorOf('operator'), admit, { id: member, name: `The ${role}`, role, schools: [] });
  }
  const passage = { exact: 'Quoted', prefix: '', suffix: '', start: 0, end: 6 };
  const saved = { passages: [passage], note: 'So what', tags: ['reading'], priorities: [] };
  world.act(ben, saveEvidence, { id: clip, ...saved });
  world.act(ann, saveEvidence, { id: newId(), ...saved });
  world.act(ann, addSchool, { id: school, name: 'Ash Lane', urn: '100001' });
  const measure = { name: 'Fluency', unit: 'points', direction: 'up', about: '', priorities: [] };
  world.act(ann, addIndicator, { id: indicator, ...measure });
  const reading = { indicator, school, period: 'ay:2024', value: 3, status: 'final' };
  const source = { url: 'https://example.org', title: 'Tables' };
  expect(world.act(ben, enterReading, { id: newId(), ...reading, source, note: 'Mine' })).toBe('ok');
  return world;
}

describe('member.forget', () => {
  it('takes out the name and the notes, and nothing that others can use', () => {
    const world = worldWithBen();
    expect(world.act(ben, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.get(Member, ben.member)?.body).toMatchObject({ name: forgottenName, left: noon, forgotten: noon });
    expect(world.get(Evidence, clip)?.body).toMatchObject({
      note: '',
      passages: [{ exact: 'Quoted' }],
      tags: ['reading'],
      by: ben.member,
    });
    expect(world.get(Reading)?.body).toMatchObject({ value: 3, note: '', source: { title: 'Tables' } });
    const others = [...world.records.values()].filter(({ kind, id }) => kind === 'evidence' && id !== clip);
    expect(others).toMatchObject([{ rev: 1, body: { note: 'So what' } }]);
  });

  it('takes back that they may be named in public', () => {
    const world = worldWithBen();
    expect(world.act(ben, setNaming, { agreed: true })).toBe('ok');
    expect(world.act(ann, setNaming, { agreed: true })).toBe('ok');
    expect(world.act(ben, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.get(Naming, ben.member)?.body).toBeNull();
    expect(world.get(Naming, ann.member)?.body).toMatchObject({ agreed: true });
  });

  it('reaches what they answered', () => {
    const world = worldWithBen();
    const answer = {
      id: newId(),
      to: { kind: 'evidence', id: clip },
      how: 'question',
      text: 'I think',
      ...{ members: [], schools: [] },
    };
    expect(world.act(ben, giveResponse, answer)).toBe('ok');
    expect(world.act(ann, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.get(Response)?.body).toMatchObject({ text: removedWords, by: ben.member });
  });

  it('is for oneself and coordinators, once, also of one who has left, never of the last coordinator', () => {
    const world = worldWithBen();
    expect(world.act(actorOf('leader'), forgetMember, { id: ben.member })).toBe('not-allowed');
    expect(world.act(ann, forgetMember, { id: newId() })).toBe('missing');
    expect(world.act(ann, forgetMember, { id: ann.member })).toBe('last-coordinator');
    expect(world.act(ann, leaveCluster, { id: ben.member })).toBe('ok');
    expect(world.act(ann, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.act(ann, forgetMember, { id: ben.member })).toBe('erased');
  });
});

describe('a name that is forgotten', () => {
  it('is taken out of words that stay, and nothing else of them is', () => {
    const cases: [text: string, name: string, without: string][] = [
      ['Ben Baker and Ann saw it. BEN  baker agrees.', 'Ben Baker', 'X and Ann saw it. X agrees.'],
      ['@Ben Baker, is it so?', 'Ben Baker', 'X, is it so?'],
      ['Ben Bakerson and Reuben Baker', 'Ben Baker', 'Ben Bakerson and Reuben Baker'],
      ['Zoë O’Neill (head) said', 'Zoë O’Neill', 'X (head) said'],
      ['Will we? @Will will.', 'Will', 'Will we? X will.'],
      ['A. (B) and A. (B)!', 'A. (B)', 'X and X!'],
      ['It costs $& more', 'Ben Baker', 'It costs $& more'],
    ];
    for (const [text, name, without] of cases) expect(renamed(text, name, 'X')).toBe(without);
  });

  it('is out of what the cluster values, also where a list of it was longer, and the lists stay lists', () => {
    const world = worldWithBen();
    const [id, other] = [newId(), newId()];
    const author = { ...ben, role: 'coordinator' } as const;
    expect(
      world.act(author, addValue, { id, title: 'Ask', adopt: ['Ask the head', 'Ring the head'], refuse: [] }),
    ).toBe('ok');
    expect(world.act(ann, addValue, { id: other, title: 'The head asks', adopt: [], refuse: ['Shouting'] })).toBe('ok');
    expect(world.act(author, editValue, { id, rev: 1, adopt: ['Ask the head first'] })).toBe('ok');
    expect(world.act(ann, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.get(Value, id)?.body).toMatchObject({
      title: 'Ask',
      adopt: [`Ask ${forgottenName} first`],
      refuse: [],
    });
    expect(world.get(Value, other)?.body).toMatchObject({ title: `${forgottenName} asks`, refuse: ['Shouting'] });
    const list = (kind: Kind<object>) => [...world.records.values()].filter((one) => one.kind === kind.kind);
    const blank = unnamed(list as never, { id: ben.member, name: 'Ben', other: 'X' }).find((one) => one.id === id);
    expect(blank).toMatchObject({ kept: true, words: { 'adopt.1': '', 'refuse.0': '' } });
  });

  it('leaves what was said in a school’s name, without the name, by whomever it was written', () => {
    const world = worldWithBen();
    const head = { ...ben, schools: [school] };
    const [noticing, others, priority] = [newId(), newId(), newId()];
    const plans = { review: { plan: 'Visits', who: 'The head and Ann' } };
    world.act(ann, proposePriority, { id: priority, title: 'Reading', alone: 'We', plans });
    expect(world.act(head, recordNoticing, { id: noticing, school, text: 'The head saw it', priority })).toBe('ok');
    expect(world.act(head, editNoticing, { id: noticing, rev: 1, text: 'We saw it' })).toBe('ok');
    const question = { to: { kind: 'evidence', id: clip }, how: 'question', members: [ben.member], schools: [] };
    expect(world.act(ann, giveResponse, { id: others, ...question, text: '@The head, is it so?' })).toBe('ok');
    const away = { how: 'absent', reason: 'The head is ill' };
    expect(world.act(ann, markSchool, { id: school, rev: 1, away })).toBe('ok');
    expect(world.act(ann, forgetMember, { id: ben.member })).toBe('ok');
    expect(world.get(Noticing, noticing)?.body).toMatchObject({ text: 'We saw it', school, by: ben.member });
    expect(world.get(Response, others)?.body).toMatchObject({ text: `${forgottenName}, is it so?` });
    expect(world.get(School, school)?.body?.away?.reason).toBe(`${forgottenName} is ill`);
    expect(world.get(Priority, priority)?.body?.plans?.review).toEqual({
      plan: 'Visits',
      who: `${forgottenName} and Ann`,
    });
  });
});
