import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../shared/cluster/archive.ts';
import { redact, removedWords } from '../../../shared/cluster/redact.ts';
import { addSchool, markSchool } from '../../../shared/cluster/schools.ts';
import { editActivity, planActivity, replyToActivity } from '../../../shared/cycles/activity.ts';
import { beginCycle, closeCycle, editCycle } from '../../../shared/cycles/cycle.ts';
import { editMeeting, finishDecision, holdMeeting, recordDecision } from '../../../shared/cycles/decision.ts';
import { planTrial, recordTrial } from '../../../shared/cycles/trial.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { editResponse, giveResponse } from '../../../shared/evidence/response.ts';
import { weighEvidence } from '../../../shared/evidence/weighing.ts';
import { newId } from '../../../shared/ids.ts';
import { adoptPriority, objectPriority } from '../../../shared/priorities/agreement.ts';
import { addIndicator, editIndicator } from '../../../shared/priorities/indicator.ts';
import { editNoticing, recordNoticing } from '../../../shared/priorities/noticing.ts';
import { closePriority, editPriority, proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { setStretch, setTarget } from '../../../shared/priorities/target.ts';
import {
  act,
  actOne,
  admitMember,
  call,
  changes,
  foundCluster,
  good,
  noteBody,
  outcome,
  sent,
  tablesWith,
} from '../cluster.ts';

/** A name that stands nowhere else, so that finding it anywhere is finding what should be gone. */
const newName = () => `Jo Märker ${newId()}`;

/** A cluster with a head of one school, who does things that all say one name. */
async function everythingSays(name: string) {
  const { token, cluster } = await foundCluster();
  const [school, priority, indicator, other] = [newId(), newId(), newId(), newId()];
  await actOne(token, sent(addSchool, { id: school, name: 'Ash Lane', urn: '100001' }));
  const head = await admitMember(token, { role: 'head', schools: [school] });
  const does = async (...steps: ReturnType<typeof sent>[]) => {
    for (const step of steps) expect(outcome(await actOne(head.token, step)), step.name).toBe('ok');
  };
  const plans = { review: { plan: name, who: name } };
  const said = { title: name, description: name, alone: name, plans };
  await does(sent(proposePriority, { id: other, ...said }), sent(editPriority, { id: other, rev: 1, alone: 'We' }));
  await does(sent(proposePriority, { id: priority, title: 'Reading', alone: 'We' }));
  await actOne(token, sent(adoptPriority, { id: other, rev: 2, on: '2025-09-01', minuted: name }));
  await does(sent(closePriority, { id: other, rev: 3, learned: name, kept: name }));
  const source = { url: 'https://example.org/', title: name };
  const about = { unit: 'percent', direction: 'up', priorities: [priority] } as const;
  await does(
    sent(addIndicator, { id: indicator, name, about: name, source, ...about }),
    sent(editIndicator, { id: indicator, rev: 1, name, about: name }),
  );
  const [noticing, objection, reading, stretch] = [newId(), newId(), newId(), newId()];
  const at = { indicator, school, period: 'ay:2024' };
  await does(
    sent(recordNoticing, { id: noticing, school, text: name, priority }),
    sent(editNoticing, { id: noticing, rev: 1, text: 'Otherwise' }),
    sent(objectPriority, { id: objection, priority, school, wording: 0, objection: name }),
    sent(enterReading, { id: reading, ...at, value: 50, status: 'own', source, note: name }),
    sent(setTarget, { id: newId(), ...at, value: 60 }),
    sent(setStretch, { id: stretch, ...at, value: 70, contribution: name }),
  );
  const evidence = noteBody('Seen');
  const [weighing, response] = [newId(), newId()];
  await does(
    sent(saveEvidence, evidence),
    sent(weighEvidence, {
      id: weighing,
      evidence: evidence.id,
      wording: 0,
      relevant: false,
      reason: name,
      soWhat: name,
    }),
    sent(giveResponse, {
      id: response,
      to: { kind: 'evidence', id: evidence.id },
      how: 'challenge',
      text: name,
      members: [],
      schools: [],
    }),
    sent(editResponse, { id: response, rev: 1, text: 'Otherwise' }),
  );
  const [cycle, trial, activity, meeting, decision] = [newId(), newId(), newId(), newId(), newId()];
  const visit = { strand: 'review' as const, host: school, visitors: [], members: [], priorities: [] };
  await does(
    sent(beginCycle, { id: cycle, question: name, priority, members: [], indicators: [] }),
    sent(editCycle, { id: cycle, rev: 1, question: name, reflection: name }),
    sent(planTrial, { id: trial, cycle, school, what: name }),
    sent(recordTrial, { id: trial, rev: 1, cycle, school, what: name, did: name }),
    sent(closeCycle, { id: cycle, rev: 2, verdict: 'abandon', reflection: name, tell: name }),
    sent(planActivity, { id: activity, title: name, focus: name, ...visit }),
    sent(editActivity, { id: activity, rev: 1, saw: name, willDo: name }),
    sent(replyToActivity, { id: activity, rev: 2, host: school, text: name }),
    sent(holdMeeting, { id: meeting, on: '2026-01-12', title: name, present: [], notes: name }),
    sent(editMeeting, { id: meeting, rev: 1, title: name, notes: 'None' }),
    sent(recordDecision, { id: decision, text: name, why: name, owner: head.member }),
    sent(finishDecision, { id: decision, rev: 1, outcome: name }),
  );
  await actOne(token, sent(markSchool, { id: school, rev: 1, away: { how: 'absent', reason: name } }));
  const those = { priority: other, indicator, noticing, agreement: objection, reading, target: stretch, weighing };
  return { token, cluster, those: { ...those, response, cycle, trial, activity, meeting, decision, school } };
}

type Kinds = keyof Awaited<ReturnType<typeof everythingSays>>['those'];

describe('removing a name on request', () => {
  it('reaches everything that has words: records, the account, replicas and archives', async () => {
    const name = newName();
    const { token, cluster, those } = await everythingSays(name);
    const { seq } = await changes(token);
    for (const [kind, id] of Object.entries(those) as [Kinds, string][]) {
      expect(await tablesWith(cluster, name), kind).toEqual(['log', 'records']);
      expect(outcome(await actOne(token, sent(redact, { kind, id }))), kind).toBe('ok');
    }
    expect(await tablesWith(cluster, name)).toEqual([]);
    // What a replica that was up to date is sent has each of them anew, without the name.
    const after = await changes(token, seq);
    expect(after.records.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
      Object.entries(those)
        .map(([kind, id]) => `${kind} ${id}`)
        .sort(),
    );
    expect(JSON.stringify(after)).not.toContain(name);
    const words = JSON.stringify(after.records.find(({ kind }) => kind === 'agreement')?.body);
    expect(words).toContain(removedWords);
    const archive = await good<ArchivePage>(call('/api/archive', { token, body: {} }));
    expect(JSON.stringify(archive)).not.toContain(name);
  });

  it('is a coordinator’s to do', async () => {
    const { token, those } = await everythingSays(newName());
    const head = await admitMember(token, { role: 'head' });
    for (const [kind, id] of Object.entries(those) as [Kinds, string][]) {
      expect((await act(head.token, [sent(redact, { kind, id })])).map(outcome), kind).toEqual(['not-allowed']);
    }
  });
});
