import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/action.ts';
import { Evidence, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { imageTypeOf } from '../../../shared/evidence/image.ts';
import { createScripted, good, json, note, problem, type Scripted } from './scripted.ts';

const png = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0)).buffer;

/** A cluster that keeps pictures, and refuses what stands on one that it has not. */
function keepPictures(scripted: Scripted, fate: (path: string) => 'lost' | undefined = () => undefined) {
  const kept = new Map<string, unknown>();
  scripted.follow(({ path, init, body }) => {
    const fated = fate(path);
    if (fated) return fated;
    const hash = path.startsWith('blobs/') ? path.slice(6) : undefined;
    if (hash && init.method === 'PUT') {
      kept.set(hash, init.body);
      return json({});
    }
    if (hash) {
      const bytes = kept.get(hash) as ArrayBuffer | undefined;
      return bytes ? new Response(bytes, { headers: { 'content-type': 'image/png' } }) : problem('not-found', 404);
    }
    if (path !== 'actions') return undefined;
    const answers = (body.groups ?? []).flatMap((group): object[] => {
      const { image } = (group[0]?.body ?? {}) as { image?: { blob: string } };
      if (!image || kept.has(image.blob)) return scripted.cluster.append(group);
      return group.map(({ id }) => ({ id, ok: false, problem: { code: 'blob-missing', detail: image.blob } }));
    });
    return json({ time: Date.now(), answers });
  });
  return kept;
}

async function savePicture({ replica }: Scripted, words: string): Promise<string> {
  const blob = await replica.images.keep('image/png', png(words));
  good(await replica.outbox.act(saveEvidence, note(words, { what: 'image', image: { blob, alt: words } })));
  return blob;
}

describe('pictures', () => {
  it('are uploaded once, before what stands on them', async () => {
    const scripted = await createScripted();
    const kept = keepPictures(scripted);
    const blob = await savePicture(scripted, 'one');
    await savePicture(scripted, 'one');
    expect(await scripted.replica.sync.once()).toBe('done');
    expect([...kept.keys()]).toEqual([blob]);
    expect(scripted.asked.map(({ path }) => path).filter((path) => path !== 'changes')).toEqual([
      `blobs/${blob}`,
      'actions',
    ]);
    expect(await scripted.replica.view.list(Evidence)).toHaveLength(2);
  });

  it('wait with their entry until the cluster is reached, and go again where it has lost them', async () => {
    const scripted = await createScripted();
    keepPictures(scripted, (path) => (path.startsWith('blobs/') ? 'lost' : undefined));
    await savePicture(scripted, 'one');
    expect(await scripted.replica.sync.once()).toBe('offline');
    expect(await scripted.replica.outbox.rows()).toMatchObject([{ state: 'waiting' }]);
    const kept = keepPictures(scripted);
    await scripted.replica.db.images.toCollection().modify({ sent: true });
    expect(await scripted.replica.sync.once()).toBe('offline');
    expect(await scripted.replica.sync.once()).toBe('done');
    expect(kept.size).toBe(1);
    expect(await scripted.replica.outbox.rows()).toEqual([]);
  });

  it('that are nowhere any more refuse their entry, and hold up nothing behind it', async () => {
    const scripted = await createScripted();
    keepPictures(scripted);
    await savePicture(scripted, 'gone');
    await scripted.replica.db.images.clear();
    good(await scripted.replica.outbox.act(saveEvidence, note('behind it')));
    expect(await scripted.replica.sync.once()).toBe('done');
    expect(await scripted.replica.outbox.rows()).toMatchObject([
      { state: 'refused', problem: { code: 'blob-missing' } },
    ]);
  });

  it('are fetched when they are looked at, and believed only by their hash', async () => {
    const scripted = await createScripted();
    const kept = keepPictures(scripted);
    const { images, db } = scripted.replica;
    const blob = await images.keep('image/png', png('seen'));
    kept.set(blob, png('seen'));
    await db.images.clear();
    expect(await (await images.get(blob))?.arrayBuffer()).toEqual(png('seen'));
    const asked = scripted.asked.length;
    expect((await images.get(blob))?.type).toBe('image/png');
    expect(scripted.asked).toHaveLength(asked);
    await db.images.clear();
    for (const wrong of [png('another'), new ArrayBuffer(limits.blobBytes + 1)]) {
      kept.set(blob, wrong);
      expect(await images.get(blob)).toBeUndefined();
    }
    scripted.follow(() => 'lost');
    expect(await images.get(blob)).toBeUndefined();
    expect(await db.images.count()).toBe(0);
  });
});

describe('the type of a picture', () => {
  it('is what its bytes say', () => {
    const of = (...codes: (string | number)[]) =>
      imageTypeOf(
        Uint8Array.from(codes.flatMap((c) => (typeof c === 'string' ? [...c].map((x) => x.charCodeAt(0)) : c))).buffer,
      );
    expect(of('\x89PNG\r\n\x1a\n', 0)).toBe('image/png');
    expect(of(0xff, 0xd8, 0xff, 0xe0)).toBe('image/jpeg');
    expect(of('GIF89a', 0)).toBe('image/gif');
    expect(of('RIFF', 1, 2, 3, 4, 'WEBP')).toBe('image/webp');
    expect(of('<svg onload=')).toBeUndefined();
    expect(of()).toBeUndefined();
  });
});
