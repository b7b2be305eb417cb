import { describe, expect, it } from 'vitest';
import { appointActing } from '../../../shared/cluster/acting.ts';
import { type ExportAfter, ExportPage } from '../../../shared/cluster/export.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { editEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { actOne, admitMember, call, codeOf, foundCluster, good, inside, saveNote, sent } from '../cluster.ts';

type About = 'member' | 'school';
const ask = (token: string, about: About, id: string, after?: ExportAfter) =>
  call('/api/export', { token, body: { about, id, ...(after && { after }) } });

/** Everything, page by page. */
async function everything(token: string, about: About, id: string) {
  const pages: ExportPage[] = [];
  let after: ExportAfter | undefined;
  do {
    const page = ExportPage.parse(await good(ask(token, about, id, after)));
    pages.push(page);
    after = page.next;
  } while (after);
  return { pages, records: pages.flatMap((page) => page.records), log: pages.flatMap((page) => page.log) };
}

describe('everything about a member', () => {
  it('has what they wrote, with every earlier wording, what names them, and what they did; and nothing else', async () => {
    const { token } = await foundCluster();
    const ben = await admitMember(token);
    const school = newId();
    await actOne(token, sent(addSchool, { id: school, name: 'Ash Lane', urn: '100001' }));
    await actOne(token, sent(appointActing, { id: school, rev: 1, acting: ben.member }));
    const { id } = await saveNote(ben.token, 'First');
    await actOne(ben.token, sent(editEvidence, { id, rev: 1, note: 'Second' }));
    await saveNote(token, 'Not Ben’s');
    const { records, log, pages } = await everything(token, 'member', ben.member);
    expect(records.map(({ record }) => [record.kind, record.id]).sort()).toEqual(
      [
        ['evidence', id],
        ['member', ben.member],
        ['school', school],
      ].sort(),
    );
    const clip = records.find(({ record }) => record.id === id);
    expect(clip?.history.map(({ name, body }) => [name, body?.note])).toEqual([
      ['evidence.save', 'First'],
      ['evidence.edit', 'Second'],
    ]);
    expect(log.map(({ name }) => name)).toEqual(['member.admit', 'school.appoint', 'evidence.save', 'evidence.edit']);
    expect(JSON.stringify(pages)).not.toContain('Not Ben');
    expect(pages[0]?.devices).toMatchObject([{ name: 'Ben’s laptop', revoked: null }]);
    expect(JSON.stringify(pages)).not.toContain(ben.token.slice(33));
  });

  it('comes in pages that are bounded, and loses nothing between them', async () => {
    const { token, member } = await foundCluster();
    const long = 'x'.repeat(9000);
    const ids: string[] = [];
    for (let i = 0; i < 150; i++) ids.push((await saveNote(token, `${i} ${long}`)).id);
    const { pages, records, log } = await everything(token, 'member', member);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(600 * 1024);
    const found = records.flatMap(({ record }) => (record.kind === 'evidence' ? [record.id] : []));
    expect(found.sort()).toEqual(ids.sort());
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(log.filter(({ name }) => name === 'evidence.save')).toHaveLength(150);
  });
});

describe('everything of a school', () => {
  it('has what names it and what its people wrote', async () => {
    const { token } = await foundCluster();
    const [ash, oak] = [newId(), newId()];
    await actOne(token, sent(addSchool, { id: ash, name: 'Ash Lane', urn: '100001' }));
    await actOne(token, sent(addSchool, { id: oak, name: 'Oak Road', urn: '100002' }));
    const [hal, ida] = [
      await admitMember(token, { role: 'head', schools: [ash] }),
      await admitMember(token, { role: 'head', schools: [oak] }),
    ];
    const { id } = await saveNote(hal.token, 'Of Ash Lane');
    await saveNote(ida.token, 'Of Oak Road');
    const { records, log } = await everything(token, 'school', ash);
    expect(records.map(({ record }) => record.id).sort()).toEqual([ash, hal.member, id].sort());
    expect(log.map(({ name }) => name)).toEqual(['school.add', 'member.admit', 'evidence.save']);
  });
});

describe('who may have an export', () => {
  it('a coordinator, and anyone of themselves', async () => {
    const { token, member } = await foundCluster();
    const ben = await admitMember(token, { role: 'head' });
    expect((await ask(ben.token, 'member', ben.member)).status).toBe(200);
    expect(await codeOf(ask(ben.token, 'member', member))).toBe('not-allowed');
    expect(await codeOf(ask(ben.token, 'school', ben.member))).toBe('not-allowed');
    expect(await codeOf(ask(token, 'member', newId()))).toBe('missing');
    expect(await codeOf(ask(token, 'school', member))).toBe('missing');
    const there = await foundCluster();
    expect(await codeOf(ask(there.token, 'member', member))).toBe('missing');
  });

  it('not more often than is good for the others', async () => {
    const { token, member, cluster } = await foundCluster();
    const codes = await inside(cluster, async (_, object) => {
      const found: string[] = [];
      for (let i = 0; i < 70; i++) {
        const page = await object.export(token, { about: 'member', id: member });
        found.push(page.ok ? 'ok' : page.problem.code);
      }
      return found;
    });
    expect(codes.slice(0, 60)).toEqual(Array(60).fill('ok'));
    expect(codes.slice(60)).toContain('too-many');
  });
});
