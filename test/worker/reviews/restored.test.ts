import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../shared/cluster/archive.ts';
import { readEdition, readPartnership, readQuestions } from '../../../worker/reviews/public-store.ts';
import { call, good, inside } from '../cluster.ts';
import { asOperator } from '../other-env.ts';
import { agendaOf, crash, settle } from './partnership.ts';
import { published } from './publishing.ts';

describe('a partnership that is made anew from its archive, at a server that knows nothing of it', () => {
  it('has its address, and everything that was published stands there again', async () => {
    const { token, cluster, slug, edition } = await published();
    const { records, log, blobs, seq, next } = await good<ArchivePage>(call('/api/archive', { token, body: {} }));
    expect(next).toBeUndefined();
    const before = await readEdition(env, slug, '2025-26');
    for (const table of ['partnerships', 'editions']) {
      await env.PUBLIC.prepare(`DELETE FROM ${table} WHERE slug = ?`).bind(slug).run();
    }
    await inside(cluster, async ({ storage }) => {
      await storage.deleteAlarm();
      await storage.deleteAll();
    });
    await crash(cluster);

    const counts = { records: records.length, log: log.length, blobs: blobs.length };
    const manifest = { format: 'goldthread-archive', v: 1, cluster, name: 'n', made: '2026-11-25', seq, ...counts };
    for (const step of [{ step: 'begin', manifest }, { step: 'page', page: 1, records, log, blobs }, { step: 'end' }]) {
      await good(asOperator('archive', { cluster, ...step }));
    }
    await settle(cluster);
    expect(await readEdition(env, slug, '2025-26')).toEqual(before);
    expect((await readPartnership(env, slug))?.standing).toMatchObject({ open: true, priorities: [{ key: 'p1' }] });
    expect(await readQuestions(env, slug)).toEqual([]);
    expect(await agendaOf(cluster)).toEqual([]);
    expect(before).toMatchObject({ n: 1 });
    expect(edition).toBeTruthy();
  });
});
