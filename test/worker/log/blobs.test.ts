import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/action.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newClusterId, newSecret, sha256 } from '../../../shared/ids.ts';
import { orphanAge, sweepBlobs } from '../../../worker/log/blobs.ts';
import { actOne, admitMember, call, codeOf, dump, foundCluster, inside, noteBody, outcome, sent } from '../cluster.ts';
import { newImage, upload } from '../images.ts';

const get = (hash: string, token?: string) => call(`/api/blobs/${hash}`, { ...(token && { token }) });

describe('an image', () => {
  it('goes in by its hash and comes out byte for byte, with nothing that a browser could run', async () => {
    const { token } = await foundCluster();
    const bytes = crypto.getRandomValues(new Uint8Array(5000));
    expect((await upload(bytes, { token, type: 'image/webp' })).status).toBe(200);
    const answer = await get(await sha256(bytes), token);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toContain('private');
  });

  it('may be as large as promised, and no larger', async () => {
    const { token } = await foundCluster();
    const largest = new Uint8Array(limits.blobBytes).fill(7);
    expect((await upload(largest, { token })).status).toBe(200);
    expect((await (await get(await sha256(largest), token)).arrayBuffer()).byteLength).toBe(limits.blobBytes);
    const over = await upload(new Uint8Array(limits.blobBytes + 1), { token });
    expect(over.status).toBe(413);
    expect(await codeOf(over)).toBe('too-large');
  });

  it('is refused under a hash that is not its own', async () => {
    const { token, cluster } = await foundCluster();
    expect(await codeOf(upload(newImage(), { token, hash: 'a'.repeat(64) }))).toBe('not-valid');
    for (const hash of ['a', 'A'.repeat(64), '..%2f..', 'g'.repeat(64)]) {
      expect(await codeOf(upload(newImage(), { token, hash })), hash).toBe('not-valid');
    }
    expect((await dump(cluster)).blobs).toEqual([]);
  });

  it('is refused as anything that could carry a script', async () => {
    const { token } = await foundCluster();
    for (const type of ['image/svg+xml', 'text/html', 'application/octet-stream', 'image/png, text/html', '']) {
      expect(await codeOf(upload(newImage(), { token, type })), type).toBe('not-valid');
    }
  });

  it('that came twice is one', async () => {
    const { token, cluster } = await foundCluster();
    const bytes = newImage();
    await upload(bytes, { token });
    expect((await upload(bytes, { token })).status).toBe(200);
    expect((await dump(cluster)).blobs).toHaveLength(1);
  });
});

describe('who may', () => {
  it('only members, and only in their own cluster', async () => {
    const { token } = await foundCluster();
    const { token: elsewhere } = await foundCluster();
    const bytes = newImage();
    const hash = await sha256(bytes);
    await upload(bytes, { token });
    expect(await codeOf(get(hash, elsewhere))).toBe('not-found');
    expect(await codeOf(get(hash))).toBe('no-credential');
    expect(await codeOf(upload(bytes, {}))).toBe('no-credential');
    expect(await codeOf(upload(bytes, { token: `${newClusterId()}.${newSecret()}` }))).toBe('cluster-unknown');
    expect(await codeOf(upload(bytes, { token: `${elsewhere.slice(0, 33)}${newSecret()}` }))).toBe('no-credential');
  });

  it('an observer looks and does not upload', async () => {
    const { token } = await foundCluster();
    const observer = await admitMember(token, { role: 'observer' });
    const bytes = newImage();
    await upload(bytes, { token });
    expect((await get(await sha256(bytes), observer.token)).status).toBe(200);
    expect(await codeOf(upload(newImage(), { token: observer.token }))).toBe('not-allowed');
  });

  it('one that is not there is not found', async () => {
    const { token } = await foundCluster();
    expect(await codeOf(get('b'.repeat(64), token))).toBe('not-found');
    expect(await codeOf(get('not-a-hash', token))).toBe('not-found');
  });
});

describe('an action that names an image', () => {
  it('waits for it: refused until it has arrived, then accepted with the same id', async () => {
    const { token } = await foundCluster();
    const bytes = newImage();
    const action = sent(saveEvidence, noteBody('', { image: { blob: await sha256(bytes), alt: 'A chart' } }));
    const early = await actOne(token, action);
    expect(early).toMatchObject({ ok: false, problem: { code: 'blob-missing', detail: await sha256(bytes) } });
    await upload(bytes, { token });
    expect(outcome(await actOne(token, action))).toBe('ok');
  });
});

describe('the sweep', () => {
  const age = (cluster: string, by: number) =>
    inside(cluster, ({ storage: { sql } }) => sql.exec('UPDATE blobs SET arrived = arrived - ?', by).toArray());
  const sweep = (cluster: string) => inside(cluster, ({ storage: { sql } }) => sweepBlobs(sql, Date.now()));

  it('drops what nothing used in time, keeps what is used, and says when to come again', async () => {
    const { token, cluster } = await foundCluster();
    const [used, old, fresh] = [newImage(), newImage(), newImage()];
    for (const bytes of [used, old]) await upload(bytes, { token });
    await actOne(token, sent(saveEvidence, noteBody('', { image: { blob: await sha256(used), alt: '' } })));
    await age(cluster, orphanAge);
    await upload(fresh, { token });
    const next = await sweep(cluster);
    const kept = ((await dump(cluster)).blobs ?? []).map(({ hash }) => hash);
    expect(new Set(kept)).toEqual(new Set([await sha256(used), await sha256(fresh)]));
    expect(next).toBeGreaterThan(Date.now());
    await age(cluster, orphanAge);
    expect(await sweep(cluster)).toBeUndefined();
  });

  it('gives one that is sent again its time again', async () => {
    const { token, cluster } = await foundCluster();
    const bytes = newImage();
    await upload(bytes, { token });
    await age(cluster, orphanAge);
    await upload(bytes, { token });
    await sweep(cluster);
    expect((await dump(cluster)).blobs).toHaveLength(1);
  });
});
