import { describe, expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { admit } from '../../shared/cluster/members.ts';
import { Purpose, wordPurpose } from '../../shared/cluster/purpose.ts';
import { redact, removedWords } from '../../shared/cluster/redact.ts';
import { addSchool, markSchool, School } from '../../shared/cluster/schools.ts';
import { Decision, finishDecision, recordDecision } from '../../shared/cycles/decision.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { foldGroup } from '../../shared/fold.ts';
import { newId } from '../../shared/ids.ts';
import { Agreement, agreePriority, conditionsOf, objectPriority, wordOf } from '../../shared/priorities/agreement.ts';
import { addIndicator, Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing, recordNoticing } from '../../shared/priorities/noticing.ts';
import { closePriority, editPriority, Priority, proposePriority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { actorFor, actorOf, newWorld, snapshotOf, type World } from './world.ts';

const coordinator = actorOf('coordinator');
const [school, priority, indicator] = [newId(), newId(), newId()];
const head = actorFor('head', school);

/** One school that has noticed, objects and measures, and one priority. */
function oneSchool() {
  const world = newWorld();
  const [noticing, objection] = [newId(), newId()];
  world.act(actorOf('operator'), admit, { id: head.member, name: 'Hal', role: 'head', schools: [] });
  world.act(coordinator, addSchool, { id: school, name: 'Ash Lane', urn: '100001' });
  world.act(coordinator, proposePriority, { id: priority, title: 'Reading', alone: 'Together' });
  const measure = { name: 'Fluency of Jo', unit: 'percent', direction: 'up', about: 'Jo', priorities: [priority] };
  world.act(coordinator, addIndicator, { id: indicator, ...measure });
  expect(world.act(head, recordNoticing, { id: noticing, school, text: 'Jo', priority })).toBe('ok');
  const word = { id: objection, priority, school, wording: 0, objection: 'Jo again' };
  expect(world.act(head, objectPriority, word)).toBe('ok');
  const remove = (kind: string, id: string) => world.act(coordinator, redact, { kind, id });
  return { world, noticing, objection, remove };
}

const all = <Body>(world: World, kind: { kind: string }): Record<Body>[] =>
  [...world.records.values()].filter((one) => one.kind === kind.kind) as Record<Body>[];

describe('record.redact', () => {
  it('takes only the words where others lean on the thing', () => {
    const { world, noticing, objection, remove } = oneSchool();
    expect([remove('noticing', noticing), remove('agreement', objection), remove('indicator', indicator)]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(world.get(Noticing)?.body).toMatchObject({ text: removedWords, priority });
    expect(world.get(Indicator)?.body).toMatchObject({ name: removedWords, about: '', priorities: [priority] });
    // It still objects.
    const present = world.get(Priority, priority);
    expect(wordOf(all(world, Agreement), present as never, school)).toMatchObject({ objection: removedWords });
    expect(world.act(coordinator, redact, { kind: 'noticing', id: newId() })).toBe('missing');
  });

  it('reaches what actions call otherwise than records do', () => {
    const world = newWorld();
    const id = newId();
    world.act(head, recordDecision, { id, text: 'For Jo', why: 'Jo asked' });
    world.act(head, finishDecision, { id, rev: 1, outcome: 'Jo is glad' });
    expect(world.act(coordinator, redact, { kind: 'decision', id })).toBe('ok');
    expect(world.get(Decision, id)?.body).toMatchObject({
      text: removedWords,
      why: removedWords,
      done: { outcome: removedWords },
    });
  });

  it('of a wording brings no earlier one back', () => {
    const world = newWorld();
    const [first, second] = [newId(), newId()];
    world.act(head, wordPurpose, { id: first, text: 'We began' });
    world.act(head, wordPurpose, { id: second, text: 'For Jo', after: first });
    expect(world.act(coordinator, redact, { kind: 'purpose', id: second })).toBe('ok');
    expect(world.get(Purpose, second)?.body?.text).toBe(removedWords);
    expect(world.act(head, wordPurpose, { id: newId(), text: 'Anew', after: second })).toBe('ok');
  });

  it('reaches why a school is away', () => {
    const { world, remove } = oneSchool();
    expect(remove('school', school)).toBe('ok');
    const away = { how: 'absent', reason: 'Jo is ill' };
    world.act(coordinator, markSchool, { id: school, rev: 2, away });
    expect(remove('school', school)).toBe('ok');
    expect(world.get(School)?.body).toMatchObject({ name: 'Ash Lane', away: { how: 'absent', reason: removedWords } });
  });

  it('of a priority leaves rules that read it standing', () => {
    const { world, remove } = oneSchool();
    expect(remove('priority', priority)).toBe('ok');
    const present = world.get(Priority, priority);
    expect(present?.body).toBeNull();
    const scene = {
      priorities: [present as Record<Priority>],
      schools: all<School>(world, School),
      indicators: all<Indicator>(world, Indicator),
      baselines: [],
      readings: [],
      noticings: all<Noticing>(world, Noticing),
      agreements: all<Agreement>(world, Agreement),
    };
    expect(conditionsOf(scene as never, present as Record<Priority>).unready).toContain('why-together');
    const asks: [{ name: string }, object][] = [
      [agreePriority, { id: newId(), priority, school, wording: 0 }],
      [editPriority, { id: priority, rev: 2, title: 'x' }],
      [closePriority, { id: priority, rev: 2, learned: 'x', kept: 'x' }],
    ];
    for (const [action, body] of asks) expect(world.act(head, action, body)).toBe('erased');
    const note = { id: newId(), passages: [], note: 'x', tags: [], priorities: [priority] };
    expect(world.act(head, saveEvidence, note)).toBe('erased');
    // Threads are told apart still, and another can take its place.
    expect(world.act(head, proposePriority, { id: newId(), title: 'Maths' })).toBe('ok');
  });

  it('says what a step took out, so that the account forgets it too', () => {
    const { world, noticing } = oneSchool();
    const moment = { known: actions, actor: coordinator, now: 0, seq: 99 };
    const group = [{ id: newId(), name: redact.name, body: { kind: 'noticing', id: noticing }, at: 0 }];
    const folded = foldGroup(snapshotOf(world.records), group, moment);
    expect(folded).toMatchObject({
      ok: true,
      steps: [{ blanked: [{ kind: 'noticing', id: noticing, words: { text: removedWords } }] }],
    });
  });
});
