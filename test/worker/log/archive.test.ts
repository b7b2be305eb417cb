import { describe, expect, it } from 'vitest';
import type { Issued } from '../../../shared/cluster/access.ts';
import type { ArchiveManifest, ArchivePage, ArchiveParts } from '../../../shared/cluster/archive.ts';
import { redact } from '../../../shared/cluster/redact.ts';
import { editEvidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newClusterId, newId, sha256 } from '../../../shared/ids.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import {
  act,
  actOne,
  admitMember,
  call,
  codeOf,
  dump,
  foundCluster,
  founding,
  good,
  join,
  noteBody,
  outcome,
  pullAll,
  saveNote,
  sent,
  tablesOf,
  tablesWith,
} from '../cluster.ts';
import { newImage, upload } from '../images.ts';
import { asOperator, callWith, operatorSecret } from '../other-env.ts';

const pageOf = (token: string, body: object = {}) => good<ArchivePage>(call('/api/archive', { token, body }));

/** Every page of an archive, as a coordinator's device asks for them. */
async function pagesOf(token: string): Promise<ArchivePage[]> {
  const pages = [await pageOf(token)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await pageOf(token, { seq: pages[0]?.seq, after: next }));
  }
  return pages;
}

const together = (pages: readonly ArchivePage[]): ArchiveParts => ({
  records: pages.flatMap(({ records }) => records),
  log: pages.flatMap(({ log }) => log),
  blobs: pages.flatMap(({ blobs }) => blobs),
});

function manifestOf(cluster: string, pages: readonly ArchivePage[]): ArchiveManifest {
  const { records, log, blobs } = together(pages);
  const counts = { records: records.length, log: log.length, blobs: blobs.length };
  const seq = pages[0]?.seq ?? 0;
  return { format: 'goldthread-archive', v: 1, cluster, name: 'Sandford Hill', made: '2026-11-25', seq, ...counts };
}

const step = (cluster: string, body: object) => asOperator('archive', { cluster, ...body });

const pageStep = (cluster: string, page: number, { records, log, blobs }: ArchiveParts) =>
  step(cluster, { step: 'page', page, records, log, blobs });

const putImage = (cluster: string, hash: string, bytes: BodyInit, secret = operatorSecret) =>
  callWith({ OPERATOR_SECRET: operatorSecret }, `/api/operator/archive/${cluster}/${hash}`, {
    method: 'PUT',
    raw: bytes,
    token: secret,
    headers: { 'content-type': 'image/png' },
  });

/** Makes an empty cluster from pages; answers with its id. */
async function restored(from: string, pages: readonly ArchivePage[], images: readonly Uint8Array<ArrayBuffer>[] = []) {
  const cluster = newClusterId();
  await good(step(cluster, { step: 'begin', manifest: manifestOf(from, pages) }));
  for (const [i, page] of pages.entries()) await good(pageStep(cluster, i + 1, page));
  for (const bytes of images) await good(putImage(cluster, await sha256(bytes), bytes));
  await good(step(cluster, { step: 'end' }));
  return cluster;
}

/** Somebody lets themselves in as the operator lets a new coordinator in. */
const coordinatorOf = async (cluster: string) =>
  (await join((await good<Issued>(asOperator('coordinator', { cluster }))).code, { name: 'Cy New' })).token;

/** A cluster in which something of everything has happened. */
async function lively() {
  const { token, cluster } = await foundCluster();
  const ben = await admitMember(token);
  const priority = sent(proposePriority, { id: newId(), title: 'Every child reads' });
  const bears = noteBody('It bears on it', { priorities: [(priority.body as { id: string }).id] });
  await act(token, [priority, sent(saveEvidence, bears)]);
  const { id, action } = await saveNote(ben.token, 'Kept “words” \u2028 <b>');
  await actOne(ben.token, sent(editEvidence, { id, rev: 1, note: 'Kept, once more' }));
  const marker = `Gone ${newId()}`;
  const gone = await saveNote(ben.token, marker);
  expect(outcome(await actOne(token, sent(redact, { kind: 'evidence', id: gone.id })))).toBe('ok');
  const image = newImage();
  await upload(image, { token });
  await actOne(token, sent(saveEvidence, noteBody('', { image: { blob: await sha256(image), alt: 'A chart' } })));
  await upload(newImage('waits for its action'), { token });
  return { token, cluster, ben, action, marker, gone, image };
}

const tables = ['records', 'log', 'touched', 'blob_uses'] as const;

describe('an archive', () => {
  it('is for a coordinator', async () => {
    const { token } = await foundCluster();
    for (const role of ['head', 'leader', 'observer'] as const) {
      const member = await admitMember(token, { role });
      expect(await codeOf(call('/api/archive', { token: member.token, body: {} })), role).toBe('not-allowed');
    }
    expect(await codeOf(call('/api/archive', { body: {} }))).toBe('no-credential');
  });

  it('makes an empty cluster the same again, and so does that one’s', async () => {
    const { token, cluster, image, marker } = await lively();
    const pages = await pagesOf(token);
    expect(together(pages).blobs).toHaveLength(1);
    expect(JSON.stringify(pages)).not.toContain(marker);
    const again = await restored(cluster, pages, [image]);
    const [before, after] = [await dump(cluster), await dump(again)];
    for (const table of tables) expect(after[table], table).toEqual(before[table]);
    expect(after.blobs?.map(({ hash, type, bytes }) => ({ hash, type, bytes }))).toEqual(
      before.blobs
        ?.filter(({ bytes }) => !String(bytes).includes('waits'))
        .map(({ hash, type, bytes }) => ({ hash, type, bytes })),
    );
    expect(after.meta?.filter(({ key }) => key !== 'cluster')).toEqual(
      before.meta?.filter(({ key }) => key !== 'cluster'),
    );
    expect(after.credentials).toEqual([]);
    // Nobody of the old cluster is let in; the operator lets one in, whose joining is the only thing that is new.
    const fresh = await coordinatorOf(again);
    const { records, log } = together(await pagesOf(fresh));
    const old = together(pages);
    expect(records.filter(({ seq }) => seq <= (pages[0]?.seq ?? 0))).toEqual(old.records);
    expect(log.slice(0, old.log.length)).toEqual(old.log);
    expect(log.slice(old.log.length).map(({ name }) => name)).toEqual(['member.admit']);
  });

  it('comes in pages, each of one moment', async () => {
    const { token, cluster } = await foundCluster();
    for (let i = 0; i < 60; i++) await saveNote(token, `${i} ${'x'.repeat(9900)}`);
    const pages = await pagesOf(token);
    expect(pages.length).toBeGreaterThan(3);
    const { records, log } = together(pages);
    const { records: all } = await pullAll(token);
    expect(records.length).toBe(all.length);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    const again = await restored(cluster, pages);
    for (const table of tables) expect((await dump(again))[table], table).toEqual((await dump(cluster))[table]);
    await saveNote(token, 'One more');
    const ask = { seq: pages[0]?.seq, after: pages[0]?.next };
    expect(await codeOf(call('/api/archive', { token, body: ask }))).toBe('stale');
  });

  it('knows again what was sent before, and goes on from there', async () => {
    const { token, cluster, action, gone, image } = await lively();
    const again = await restored(cluster, await pagesOf(token), [image]);
    const fresh = await coordinatorOf(again);
    const answer = await actOne(fresh, { ...action });
    expect(outcome(answer)).toBe('id-reused');
    expect(outcome(await actOne(fresh, sent(saveEvidence, noteBody('New', { id: gone.id }))))).toBe('erased');
    const seq = (await pullAll(fresh)).seq;
    const saved = await saveNote(fresh, 'New');
    expect(saved.answer).toMatchObject({ ok: true, seq: seq + 1 });
  });
});

describe('making a cluster from an archive', () => {
  it('is the operator’s alone', async () => {
    const cluster = newClusterId();
    expect(await codeOf(asOperator('archive', { cluster, step: 'end' }, 'wrong'))).toBe('operator-only');
    const image = newImage();
    expect(await codeOf(putImage(cluster, await sha256(image), image, 'wrong'))).toBe('operator-only');
  });

  it('never touches a cluster that is there, and leaves nothing where it has not begun', async () => {
    const { token, cluster, image } = await lively();
    const pages = await pagesOf(token);
    const before = await dump(cluster);
    expect(await codeOf(step(cluster, { step: 'begin', manifest: manifestOf(cluster, pages) }))).toBe('exists');
    expect(await codeOf(pageStep(cluster, 1, together(pages)))).toBe('exists');
    expect(await codeOf(step(cluster, { step: 'end' }))).toBe('exists');
    expect(await codeOf(putImage(cluster, await sha256(image), image))).toBe('exists');
    expect(await dump(cluster)).toEqual(before);
    const empty = newClusterId();
    expect(await codeOf(pageStep(empty, 1, together(pages)))).toBe('not-in-state');
    expect(await codeOf(step(empty, { step: 'end' }))).toBe('not-in-state');
    expect(await codeOf(putImage(empty, await sha256(image), image))).toBe('not-in-state');
    expect(await tablesOf(empty)).toEqual([]);
  });

  it('is not there for anyone before it is whole', async () => {
    const { token, cluster } = await lively();
    const pages = await pagesOf(token);
    const body = founding();
    await good(step(body.id, { step: 'begin', manifest: manifestOf(cluster, pages) }));
    await good(pageStep(body.id, 1, together(pages)));
    expect(await codeOf(asOperator('coordinator', { cluster: body.id }))).toBe('cluster-unknown');
    expect(await codeOf(call('/api/clusters', { body }))).toBe('exists');
    expect(await codeOf(call('/api/changes', { token: body.id + token.slice(32), body: { after: 0 } }))).toBe(
      'cluster-unknown',
    );
  });

  it('takes a page once, in order, and can begin anew', async () => {
    const { token, cluster, image } = await lively();
    const pages = await pagesOf(token);
    const manifest = manifestOf(cluster, pages);
    const all = together(pages);
    const id = newClusterId();
    await good(step(id, { step: 'begin', manifest }));
    expect(await codeOf(pageStep(id, 2, all))).toBe('not-in-state');
    await good(pageStep(id, 1, all));
    await good(pageStep(id, 1, all));
    // The same things in a page of another number: nothing of it is taken.
    expect(await codeOf(pageStep(id, 2, all))).toBe('exists');
    await good(step(id, { step: 'begin', manifest }));
    await good(pageStep(id, 1, all));
    await good(putImage(id, await sha256(image), image));
    await good(step(id, { step: 'end' }));
    expect((await dump(id)).records).toEqual((await dump(cluster)).records);
    expect(await codeOf(step(id, { step: 'end' }))).toBe('exists');
  });

  it('refuses what is not what its manifest says', async () => {
    const { token, cluster, image } = await lively();
    const pages = await pagesOf(token);
    const manifest = manifestOf(cluster, pages);
    const all = together(pages);
    const ending = async (parts: ArchiveParts, told: object = manifest, images = [image]) => {
      const id = newClusterId();
      await good(step(id, { step: 'begin', manifest: told }));
      const put = await pageStep(id, 1, parts);
      if (!put.ok) return codeOf(put);
      for (const bytes of images) await good(putImage(id, await sha256(bytes), bytes));
      return codeOf(step(id, { step: 'end' }));
    };
    const { records, log } = all;
    expect(await ending({ ...all, records: records.slice(1) })).toBe('not-valid');
    expect(await ending({ ...all, log: log.slice(1) })).toBe('not-valid');
    expect(
      await ending(
        { ...all, records: records.filter(({ kind }) => kind !== 'cluster') },
        { ...manifest, records: records.length - 1 },
      ),
    ).toBe('not-valid');
    expect(await ending(all, { ...manifest, seq: manifest.seq + 1 })).toBe('not-valid');
    expect(await ending(all, { ...manifest, seq: manifest.seq - 1 })).toBe('not-valid');
    expect(await ending(all, manifest, [])).toBe('blob-missing');
    expect(await ending({ ...all, records: records.map((one) => ({ ...one, id: `${one.id}"` })) })).toBe('not-valid');
    expect(await ending({ ...all, log: log.map((one) => ({ ...one, id: 'x"y' })) })).toBe('not-valid');
    const wrong = await putImage(newClusterId(), await sha256('other'), image);
    expect(await codeOf(wrong)).toBe('not-valid');
    expect(await codeOf(step(newClusterId(), { step: 'begin', manifest: { ...manifest, v: 2 } }))).toBe('not-valid');
    expect((await tablesWith(cluster, 'Kept, once more')).sort()).toEqual(['log', 'records']);
  });
});
