import { runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { editCluster, retentionNotice } from '../../../shared/cluster/cluster.ts';
import { newId, sha256 } from '../../../shared/ids.ts';
import {
  actOne,
  dump,
  foundCluster,
  inside,
  outcome,
  recordOf,
  saveNote,
  sent,
  stubOf,
  tablesWith,
} from '../cluster.ts';
import { newImage, upload } from '../images.ts';
import { openLive } from '../sockets.ts';

const day = 24 * 60 * 60 * 1000;

const agenda = async (cluster: string) => (await dump(cluster)).agenda?.find(({ what }) => what === 'evidence.expire');

/** Moves what is written so many days into the past, as if they had gone by. */
const age = (cluster: string, days: number) =>
  inside(cluster, ({ storage: { sql } }) => {
    sql.exec(
      `UPDATE records SET body = json_set(body, '$.at', json_extract(body, '$.at') - ?)
       WHERE kind = 'evidence' AND body IS NOT NULL`,
      days * day,
    );
    sql.exec(
      `UPDATE records SET body = json_set(body, '$.retention.from', json_extract(body, '$.retention.from') - ?)
       WHERE kind = 'cluster' AND json_extract(body, '$.retention.from') IS NOT NULL`,
      days * day,
    );
    sql.exec("UPDATE agenda SET due = due - ? WHERE what = 'evidence.expire'", days * day);
  });

describe('a time after which evidence goes', () => {
  it('takes nothing before the day that was announced, and then what is older, by the alarm', async () => {
    const { token, cluster } = await foundCluster();
    const [old, marker, picture] = [newId(), newId(), newImage()];
    await upload(picture, { token });
    const first = await saveNote(token, `Old ${old}`, { image: { blob: await sha256(picture), alt: '' } });
    await age(cluster, 400);
    const second = await saveNote(token, `New ${marker}`);
    const set = sent(editCluster, { id: cluster, rev: 1, retention: 1 });
    expect(outcome(await actOne(token, set))).toBe('ok');
    const from = Number((await agenda(cluster))?.due);
    expect(Math.abs(from - Date.now() - retentionNotice)).toBeLessThan(60_000);
    // Too early: woken for something else, it lets nothing go.
    await inside(cluster, ({ storage: { sql } }) => sql.exec('UPDATE agenda SET due = 0').toArray());
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    expect(await recordOf(token, 'evidence', first.id)).toMatchObject({ rev: 1 });
    expect((await agenda(cluster))?.due).toBe(from);
    const live = await openLive(token);
    await age(cluster, 31);
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    expect(await recordOf(token, 'evidence', first.id)).toMatchObject({ rev: 2, body: null });
    expect(await recordOf(token, 'evidence', second.id)).toMatchObject({ rev: 1 });
    expect(await tablesWith(cluster, old)).toEqual([]);
    expect(await tablesWith(cluster, marker)).toEqual(['log', 'records']);
    expect((await dump(cluster)).blobs).toEqual([]);
    // It is in the account, by the operator, and everyone's devices follow.
    const done = (await dump(cluster)).log?.at(-1);
    expect(done).toMatchObject({ name: 'evidence.expire', by: 'operator', body: JSON.stringify({ ids: [first.id] }) });
    expect(await live.next()).toMatchObject({ type: 'changes', records: [{ id: first.id, body: null }] });
    const next = Number((await agenda(cluster))?.due);
    expect(next).toBeGreaterThan(Date.now());
    expect(next).toBeLessThanOrEqual(Date.now() + 30 * day);
  });

  it('takes more than one action holds', async () => {
    const { token, cluster } = await foundCluster();
    for (let i = 0; i < 130; i++) await saveNote(token, `Note ${i}`);
    await actOne(token, sent(editCluster, { id: cluster, rev: 1, retention: 1 }));
    await age(cluster, 400);
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    const { records } = await dump(cluster);
    expect(records?.filter(({ kind, body }) => kind === 'evidence' && body !== null)).toEqual([]);
  });

  it('can be taken back: then nothing goes, and nothing is due', async () => {
    const { token, cluster } = await foundCluster();
    const { id } = await saveNote(token, 'Kept');
    await actOne(token, sent(editCluster, { id: cluster, rev: 1, retention: 1 }));
    await actOne(token, sent(editCluster, { id: cluster, rev: 2, retention: null }));
    await age(cluster, 800);
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    expect(await recordOf(token, 'evidence', id)).toMatchObject({ rev: 1 });
    expect(await agenda(cluster)).toBeUndefined();
  });
});
