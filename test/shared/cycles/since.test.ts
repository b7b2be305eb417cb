import { describe, expect, it } from 'vitest';
import { School } from '../../../shared/cluster/schools.ts';
import { Activity, editActivity, planActivity } from '../../../shared/cycles/activity.ts';
import { beginCycle, Cycle, editCycle } from '../../../shared/cycles/cycle.ts';
import { Decision, finishDecision, Meeting, recordDecision } from '../../../shared/cycles/decision.ts';
import { meetingText, neededWords, pieceWords } from '../../../shared/cycles/meeting-text.ts';
import { newestMeeting, sinceDay, sinceMeeting, sinceThen } from '../../../shared/cycles/since.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import { giveResponse, Response } from '../../../shared/evidence/response.ts';
import { newId } from '../../../shared/ids.ts';
import { Agreement, objectPriority } from '../../../shared/priorities/agreement.ts';
import { Indicator } from '../../../shared/priorities/indicator.ts';
import { Noticing } from '../../../shared/priorities/noticing.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import { Reading } from '../../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../../shared/priorities/target.ts';
import type { Kind, Record } from '../../../shared/record.ts';
import { partnership } from '../priorities/partnership.ts';
import { letIn, noon } from '../world.ts';

const day = '2026-01-12';

function scene() {
  const made = partnership();
  const { world } = made;
  const of = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...world.records.values()]
      .filter((one) => one.kind === kind.kind)
      .map((one) => ({ ...one, body: kind.read(one) }));
  const now = (evidence: readonly { body: Evidence }[] = []) => ({
    dealings: {
      priorities: of(Priority),
      schools: of(School),
      indicators: of(Indicator),
      readings: of(Reading),
      baselines: of(Baseline),
      targets: of(Target),
      noticings: of(Noticing),
      agreements: of(Agreement),
    },
    evidence,
    responses: of(Response),
    cycles: of(Cycle),
    activities: of(Activity),
    decisions: of(Decision),
  });
  return { ...made, now };
}

const piece = (more: Partial<Evidence>): { body: Evidence } => ({
  body: { passages: [], note: 'So it seems', tags: [], priorities: [], by: newId(), at: noon, ...more },
});

const names = {
  cluster: 'Kestrel Vale',
  since: '1 January 2026',
  nameOf: () => 'Ann',
  titleOf: () => 'Reading',
  schoolName: () => 'Hill View',
  owedWords: () => 'a figure',
  dayInWords: (on: string) => `the day ${on}`,
};

describe('what belongs on the page of a meeting', () => {
  it('is what is new of each priority, by what it says, and nothing older or withdrawn', () => {
    const { propose, now } = scene();
    const id = propose();
    const about = { priorities: [id] };
    const page = sinceThen(
      now([
        piece({ ...about, stance: 'supports', at: noon }),
        piece({ ...about, stance: 'supports', at: noon + 1, note: 'Newer' }),
        piece({ ...about, stance: 'supports', at: noon - 1 }),
        piece({ ...about, stance: 'challenges', withdrawn: noon }),
        piece({ ...about, stance: 'context' }),
        piece({}),
      ]),
      noon,
      day,
    );
    expect(page.priorities.map((one) => one.supports.map(({ note }) => note))).toEqual([['Newer', 'So it seems']]);
    expect(page.priorities[0]).toMatchObject({ id, challenges: [], other: 1, progress: 'No indicator yet' });
    expect(page.loose).toHaveLength(1);
  });

  it('names what is ready to confirm, who objects and which cycles end, as decisions needed', () => {
    const { world, schools, propose, indicator, ready, wordingOf, now, first } = scene();
    const id = propose();
    const of = indicator(id);
    for (const school of schools) ready(school, id, of);
    expect(sinceThen(now(), noon, day).needed).toEqual([{ what: 'ready', priority: id, title: 'Reading' }]);
    const objecting = { id: newId(), priority: id, school: first.id, wording: wordingOf(id), objection: 'Too soon' };
    expect(world.act(first.head, objectPriority, objecting)).toBe('ok');
    const cycle = newId();
    world.act(first.leader, beginCycle, { id: cycle, question: 'Does it help?', priority: id });
    world.act(first.leader, editCycle, { id: cycle, rev: 1, stage: 'reflect' });
    const { needed } = sinceThen(now(), noon, day);
    expect(needed).toEqual([
      { what: 'objection', priority: id, title: 'Reading', school: first.id, reason: 'Too soon' },
      { what: 'reflect', cycle, question: 'Does it help?' },
    ]);
    expect(needed.map((one) => neededWords(one, names))).toEqual([
      'Reading: Hill View objects: Too soon',
      'Does it help?: adopt, adapt or abandon what was tried',
    ]);
  });

  it('tells what is owed, what nobody answered, and decisions: due first, and carried out', () => {
    const { world, first, propose, now } = scene();
    const id = propose();
    const decide = (more: object) => {
      const decision = newId();
      world.act(first.leader, recordDecision, { id: decision, text: 'Try it', why: '', ...more });
      return decision;
    };
    const [later, soon, done] = [decide({ due: '2026-03-01' }), decide({ due: '2026-02-01' }), decide({})];
    letIn(world, first.leader);
    const whenever = decide({ owner: first.leader.member });
    world.act(first.leader, finishDecision, { id: done, rev: 1, outcome: 'It went well' });
    const to = { kind: 'priority', id };
    const asked = { id: newId(), to, how: 'question', text: 'For whom?', members: [], schools: [] };
    expect(world.act(first.leader, giveResponse, asked)).toBe('ok');
    const page = sinceThen(now(), noon, day);
    expect(page.open.map((one) => one.id)).toEqual([soon, later, whenever]);
    expect(page.done.map((one) => one.id)).toEqual([done]);
    const settled = decide({ why: 'All heads agreed' });
    const after = sinceThen(now(), noon, day);
    expect(after.decided.map((one) => one.id)).toEqual([settled]);
    expect(meetingText(after, names)).toContain('Decided\n– Try it: All heads agreed');
    expect(sinceThen(now(), noon + 1, day)).toMatchObject({ done: [], decided: [] });
    expect(page.unanswered.map(({ body }) => body.text)).toEqual(['For whom?']);
    // One in the place of another: the other is told of no more.
    const instead = decide({ due: '2026-02-10', about: { kind: 'decision', id: soon } });
    expect(sinceThen(now(), noon, day).open.map((one) => one.id)).toEqual([instead, later, whenever]);
    expect(page.owed.map(({ owed }) => owed.map(({ what }) => what))).toEqual([
      ['noticing', 'agreement'],
      ['noticing', 'agreement'],
    ]);
    const text = meetingText(page, names);
    expect(text).toContain(
      'Kestrel Vale: since 1 January 2026\n\nTo decide\n– To carry out: Try it (by the day 2026-02-01)',
    );
    expect(text).toContain('Carried out\n– Try it: It went well');
    expect(text).toContain('Not answered yet\n– Ann, about Reading: For whom?');
    expect(text).toContain('Owed\n– Hill View: a figure');
    expect(text).not.toContain('What took place');
  });
});

it('tells of activities that began between the two days and took place', () => {
  const { world, first, now } = scene();
  const plan = (on?: string) => {
    const body = { id: newId(), strand: 'review', title: `On ${on}`, visitors: [], members: [], focus: '' };
    expect(world.act(first.leader, planActivity, { ...body, priorities: [], ...(on && { on }) })).toBe('ok');
    return body.id;
  };
  for (const on of ['2026-01-09', '2026-01-13', undefined]) plan(on);
  const [second, earlier, off] = [plan('2026-01-12'), plan('2026-01-10'), plan('2026-01-11')];
  world.act(first.leader, editActivity, { id: off, rev: 1, calledOff: true });
  const page = sinceThen(now(), sinceDay('2026-01-10') + 1, day);
  expect(page.activities.map(({ id }) => id)).toEqual([earlier, second]);
  expect(meetingText(page, names)).toContain('What took place\n– On 2026-01-10, the day 2026-01-10');
});

it('begins with the newest meeting by its day', () => {
  const meeting = (id: string, on: string, at: number): Record<Meeting> => ({
    ...{ kind: Meeting.kind, id, v: 1, rev: 1, seq: 1 },
    body: { on, title: 'Heads', present: [], notes: '', by: 'a', at },
  });
  expect(newestMeeting([])).toBeUndefined();
  const held = [meeting('a', '2026-01-09', 3), meeting('b', '2026-01-12', 1), meeting('c', '2026-01-12', 2)];
  expect(newestMeeting(held)?.id).toBe('c');
  expect(newestMeeting([meeting('x', '2026-02-01', 0), ...held])?.id).toBe('x');
  const morning = noon - 12 * 3_600_000;
  expect(sinceDay('2026-01-12')).toBe(morning);
  expect(sinceMeeting({ on: '2026-01-12', at: noon })).toBe(noon);
  expect(sinceMeeting({ on: '2026-01-12', at: noon + 86_400_000 })).toBe(morning);
});

it('says a piece in one line that is not too long', () => {
  expect(pieceWords(piece({ passages: [{ exact: 'a'.repeat(400) } as never], note: '' }).body)).toHaveLength(162);
  expect(pieceWords(piece({ note: '' }).body)).toBe('A piece of evidence');
  expect(pieceWords(piece({ note: '', source: { url: 'https://x.test/', title: 'A report' } }).body)).toBe('A report');
});
