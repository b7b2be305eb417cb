import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { agreePriority, confirmPriority } from '../../../shared/priorities/agreement.ts';
import { addIndicator, editIndicator } from '../../../shared/priorities/indicator.ts';
import { recordNoticing } from '../../../shared/priorities/noticing.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { setBaseline } from '../../../shared/priorities/target.ts';
import { actOne, admitMember, call, foundCluster, good, outcome, sent } from '../cluster.ts';

/** A priority of two schools, with an indicator that is for the first alone. */
async function twoSchools() {
  const { token } = await foundCluster();
  const [ash, dale, priority, indicator] = [newId(), newId(), newId(), newId()];
  await actOne(token, sent(addSchool, { id: ash, name: 'Ash Primary School', urn: '100001' }));
  await actOne(token, sent(addSchool, { id: dale, name: 'Dale High School', urn: '100002' }));
  await actOne(token, sent(proposePriority, { id: priority, title: 'Every child reads', alone: 'Pupils move on' }));
  const about = { unit: 'percent' as const, direction: 'up' as const, about: '', priorities: [priority] };
  const due = Array.from({ length: 6 }, (_, i) => ({ month: 2 * i + 1, part: 'year' as const }));
  const added = { id: indicator, name: 'Key stage 2', ...about, due, schools: [ash] };
  expect(outcome(await actOne(token, sent(addIndicator, added)))).toBe('ok');
  const [ashHead, daleHead] = [
    await admitMember(token, { role: 'head', schools: [ash] }),
    await admitMember(token, { role: 'head', schools: [dale] }),
  ];
  /** All that a school can do for the priority, with a start on one indicator. */
  const ready = async (head: string, school: string, on: string) => {
    const reading = newId();
    const figure = { id: reading, indicator: on, school, period: 'ay:2024', value: 50, status: 'own' as const };
    const answers = [
      await actOne(head, sent(enterReading, figure)),
      await actOne(head, sent(setBaseline, { id: newId(), indicator: on, school, reading })),
      await actOne(head, sent(recordNoticing, { id: newId(), school, text: 'Seen', priority })),
      await actOne(head, sent(agreePriority, { id: newId(), priority, school, wording: 0 })),
    ];
    return answers.map(outcome);
  };
  const confirm = async () => outcome(await actOne(token, sent(confirmPriority, { id: priority, rev: 1 })));
  return { token, ash, dale, priority, indicator, about, ashHead, daleHead, ready, confirm };
}

describe('an indicator that is for some schools', () => {
  it('takes no figure of another, and no agreement until each has one of its own', async () => {
    const { token, ash, dale, indicator, about, ashHead, daleHead, ready, confirm } = await twoSchools();
    expect(await ready(ashHead.token, ash, indicator)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await ready(daleHead.token, dale, indicator)).toEqual(['not-measured', 'not-measured', 'ok', 'ok']);
    expect(await confirm()).toBe('nothing-measured');
    const own = { id: newId(), name: 'Reading age in Year 7', ...about, schools: [dale] };
    expect(outcome(await actOne(token, sent(addIndicator, own)))).toBe('ok');
    expect(await confirm()).toBe('no-baseline');
    expect(await ready(daleHead.token, dale, own.id)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await confirm()).toBe('ok');
  });

  it('is in the calendar for its own schools, and for all once it is for all', async () => {
    const { token, indicator } = await twoSchools();
    const { code } = await good<Issued>(call('/api/calendar', { token, method: 'POST' }));
    const text = async () => (await (await call(`/api/calendar/${code}.ics`)).text()).replace(/\r\n /g, '');
    expect(await text()).toContain('Ash Primary School: ');
    expect(await text()).not.toContain('Dale High School');
    expect(outcome(await actOne(token, sent(editIndicator, { id: indicator, rev: 1, schools: null })))).toBe('ok');
    expect(await text()).toContain('Dale High School: ');
  });
});
