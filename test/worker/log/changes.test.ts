import { describe, expect, it } from 'vitest';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { keyOf } from '../../../shared/record.ts';
import { Page } from '../../../shared/sync.ts';
import { changesPage } from '../../../worker/log/changes.ts';
import { putRecord } from '../../../worker/log/records.ts';
import { setMeta } from '../../../worker/log/schema.ts';
import { act, call, changes, codeOf, foundCluster, inside, noteBody, pullAll, saveNote, sent } from '../cluster.ts';

/** Pages of `bytes`, one after the other, straight from the cluster's tables. */
const pagesOf = (cluster: string, bytes: number, between?: (state: DurableObjectState) => void) =>
  inside(cluster, (state) => {
    const pages: Page[] = [];
    do {
      pages.push(Page.parse(JSON.parse(changesPage(state.storage.sql, pages.at(-1)?.seq ?? 0, 1, bytes))));
      between?.(state);
    } while (pages.at(-1)?.more);
    return pages;
  });

/** Groups of several records each: what a page must never be cut inside of. */
async function clusterWithGroups(groups: number, each: number) {
  const founded = await foundCluster();
  const group = () => Array.from({ length: each }, () => sent(saveEvidence, noteBody('n'.repeat(200))));
  await act(founded.token, ...Array.from({ length: groups }, group));
  return founded;
}

describe('a page of changes', () => {
  it('holds every record after the cursor, in order, with the newest number and the server’s time', async () => {
    const { token } = await foundCluster();
    const start = (await changes(token)).seq;
    const { id } = await saveNote(token, 'New');
    const page = await changes(token, start);
    expect(page).toMatchObject({ after: start, seq: start + 1, more: false });
    expect(page.records).toMatchObject([{ kind: 'evidence', id, v: 1, rev: 1, seq: start + 1 }]);
    expect(Math.abs(page.time - Date.now())).toBeLessThan(60_000);
  });

  it('is empty where there is nothing new', async () => {
    const { token } = await foundCluster();
    const { seq } = await changes(token);
    expect(await changes(token, seq)).toMatchObject({ after: seq, seq, more: false, records: [] });
  });

  it('says so where the cursor is beyond the newest number', async () => {
    const { token } = await foundCluster();
    const { seq } = await changes(token);
    expect(await changes(token, 9_000_000)).toMatchObject({ after: 9_000_000, seq, more: false, records: [] });
  });

  it('is asked for by a whole number', async () => {
    const { token } = await foundCluster();
    for (const after of [-1, 0.5, 'x', null, '1', 1e20]) {
      expect(await codeOf(call('/api/changes', { token, body: { after } })), String(after)).toBe('not-valid');
    }
    expect(await codeOf(call('/api/changes', { token, body: {} }))).toBe('not-valid');
  });

  it('is never cut inside a sequence number', async () => {
    const { cluster } = await clusterWithGroups(12, 7);
    for (const bytes of [1, 500, 2000, 5000]) {
      const pages = await pagesOf(cluster, bytes);
      expect(pages.length, `${bytes}`).toBeGreaterThan(2);
      const numbers = pages.map(({ records }) => new Set(records.map(({ seq }) => seq)));
      for (const [i, page] of pages.entries()) {
        expect(page.after).toBe(pages[i - 1]?.seq ?? 0);
        for (const seq of numbers[i] ?? []) {
          expect(seq).toBeGreaterThan(page.after);
          expect(seq).toBeLessThanOrEqual(page.seq);
        }
      }
      expect(pages.flatMap(({ records }) => records)).toHaveLength(2 + 12 * 7);
    }
  });

  it('is about as long as asked, and longer only for one number alone', async () => {
    const { cluster } = await clusterWithGroups(12, 7);
    const group = 7 * 500;
    for (const page of await pagesOf(cluster, 5000)) expect(JSON.stringify(page).length).toBeLessThan(5000 + group);
    const small = await pagesOf(cluster, 1);
    expect(small.every(({ records }) => new Set(records.map(({ seq }) => seq)).size === 1)).toBe(true);
  });

  it('misses nothing that changes between two pages', async () => {
    const { cluster } = await clusterWithGroups(6, 3);
    const seen = new Map<string, number>();
    let head = 100;
    // After each page the very first evidence changes again, three times in all, and one more comes.
    const pages = await pagesOf(cluster, 1500, ({ storage: { sql } }) => {
      if (head >= 103) return;
      const oldest = sql
        .exec<{ id: string }>("SELECT id FROM records WHERE kind = 'evidence' ORDER BY id LIMIT 1")
        .one();
      setMeta(sql, 'seq', String(++head));
      putRecord(sql, { kind: 'evidence', id: oldest.id, v: 1, rev: head, seq: head, body: { note: `${head}` } });
    });
    for (const { records } of pages) for (const record of records) seen.set(keyOf(record), record.rev);
    const truth = await inside(cluster, ({ storage: { sql } }) =>
      sql.exec<{ kind: string; id: string; rev: number }>('SELECT kind, id, rev FROM records').toArray(),
    );
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(truth.map((row) => [keyOf(row), row.rev])));
  });

  it('over HTTP comes in pieces too, which together are everything', async () => {
    const { token } = await foundCluster();
    const long = () => [sent(saveEvidence, noteBody('w'.repeat(10_000)))];
    for (let i = 0; i < 2; i++) await act(token, ...Array.from({ length: 30 }, long));
    const { pages, records, seq } = await pullAll(token);
    expect(pages.length).toBeGreaterThan(1);
    expect(records).toHaveLength(62);
    expect(seq).toBe(62);
  });

  it('carries a record only in its newest state', async () => {
    const { token, cluster } = await foundCluster();
    const school = { id: newId(), name: 'Sandford Hill', urn: '100002' };
    await act(token, [sent(addSchool, school)]);
    await inside(cluster, ({ storage: { sql } }) => {
      setMeta(sql, 'seq', '9');
      putRecord(sql, { kind: 'school', id: school.id, v: 1, rev: 2, seq: 9, body: { name: 'New name' } });
    });
    expect((await changes(token)).records.filter(({ id }) => id === school.id)).toMatchObject([{ rev: 2, seq: 9 }]);
  });

  it('carries kinds and fields that this build does not know', async () => {
    const { token, cluster } = await foundCluster();
    const later = {
      kind: 'cycle',
      id: newId(),
      v: 4,
      rev: 2,
      seq: 9,
      body: { stage: { deep: ['act', null, 'ø “”'] } },
    };
    await inside(cluster, ({ storage: { sql } }) => {
      setMeta(sql, 'seq', '9');
      putRecord(sql, later);
    });
    expect((await changes(token)).records.at(-1)).toEqual(later);
  });
});
