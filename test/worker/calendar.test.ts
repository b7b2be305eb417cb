import { describe, expect, it } from 'vitest';
import type { Issued } from '../../shared/cluster/access.ts';
import { leaveCluster } from '../../shared/cluster/leaving.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { actOne, admitMember, call, codeOf, foundCluster, good, joining, origin, sent } from './cluster.ts';

const address = (token: string) => good<Issued>(call('/api/calendar', { token, method: 'POST' }));
const read = (code: string) => call(`/api/calendar/${code}.ics`);

async function clusterWithDue() {
  const { token } = await foundCluster();
  const priority = newId();
  const review = { starts: '2025-09-01', review: '2029-07-01' };
  await actOne(token, sent(addSchool, { id: newId(), name: 'Ash Lane', urn: '100001' }));
  await actOne(token, sent(proposePriority, { id: priority, title: 'Every child reads', ...review }));
  const due = Array.from({ length: 6 }, (_, i) => ({ month: 2 * i + 1, part: 'year' as const }));
  const indicator = { name: 'Fluent at 7', unit: 'percent' as const, direction: 'up' as const, about: '' };
  await actOne(token, sent(addIndicator, { id: newId(), ...indicator, priorities: [priority], due }));
  return token;
}

describe('a calendar to subscribe to', () => {
  it('holds what is due and what is to be reviewed, for a program that has the address', async () => {
    const { code } = await address(await clusterWithDue());
    const answer = await read(code);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await answer.text()).replace(/\r\n /g, '');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('SUMMARY:To be reviewed: Every child reads');
    expect(text).toContain('DTSTART;VALUE=DATE:20290701');
    expect(text).toContain('Fluent at 7: the figure for');
    expect(text).toContain(`Ash Lane: ${origin}/app/#/do/reading/`);
  });

  it('is read by nothing but its newest address, which does nothing else', async () => {
    const token = await clusterWithDue();
    const { code } = await address(token);
    expect((await read(code)).status).toBe(200);
    expect(await codeOf(call('/api/changes', { token: code, body: { after: 0 } }))).toBe('no-credential');
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-unknown');
    expect(await codeOf(call('/api/join', { body: joining(code) }))).toBe('code-unknown');
    const next = await address(token);
    expect(await codeOf(read(code))).toBe('code-unknown');
    expect((await read(next.code)).status).toBe(200);
    expect(await codeOf(read(token))).toBe('code-unknown');
    expect(await codeOf(call('/api/calendar/nonsense.ics'))).toBe('code-unknown');
    expect(await codeOf(call('/api/calendar', { method: 'POST' }))).toBe('no-credential');
  });

  it('ends when its member leaves', async () => {
    const first = await foundCluster();
    const leader = await admitMember(first.token);
    const { code } = await address(leader.token);
    expect((await read(code)).status).toBe(200);
    expect(await actOne(leader.token, sent(leaveCluster, { id: leader.member }))).toMatchObject({ ok: true });
    expect(await codeOf(read(code))).toBe('code-unknown');
  });
});
