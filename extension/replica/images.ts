import { limits } from '../../shared/action.ts';
import { imageTypes } from '../../shared/evidence/image.ts';
import { sha256 } from '../../shared/ids.ts';
import type { Client } from './client.ts';
import type { Database, OutboxRow, SeenProblem } from './database.ts';

/** The images that a group's actions name, by hash. */
const imagesOf = ({ group }: OutboxRow): string[] =>
  group.flatMap(({ body }) => {
    const { image } = (body ?? {}) as { image?: { blob?: unknown } };
    return typeof image?.blob === 'string' ? [image.blob] : [];
  });

/**
 * Uploads the images that groups stand on, before they are sent. Ends with a problem where the cluster could not be
 * reached; one that will never be taken is dropped, and its group is refused for the lack of it.
 */
export async function uploadImages(
  db: Database,
  client: Client,
  batch: readonly OutboxRow[],
  signal?: AbortSignal,
): Promise<SeenProblem | undefined> {
  for (const hash of new Set(batch.flatMap(imagesOf))) {
    const image = await db.images.get(hash);
    if (!image || image.sent) continue;
    const { type, bytes } = image;
    const put = await client.upload(`blobs/${hash}`, { type, bytes, ...(signal && { signal }) });
    if (put.ok) await db.images.update(hash, { sent: true });
    else if (put.problem.code === 'too-large' || put.problem.code === 'not-valid') await db.images.delete(hash);
    else return put.problem;
  }
  return undefined;
}

/** The pictures on this device: those that were clipped here, and those that were looked at. */
export function createImages(db: Database, client: Client) {
  return {
    /** Keeps a picture; gives its hash. */
    async keep(type: string, bytes: ArrayBuffer): Promise<string> {
      const hash = await sha256(bytes);
      if (!(await db.images.get(hash))) await db.images.put({ hash, type, bytes });
      return hash;
    },

    /** A picture, from this device or else from the cluster; `undefined` where neither can give it now. */
    async get(hash: string): Promise<Blob | undefined> {
      const here = await db.images.get(hash);
      if (here) return new Blob([here.bytes], { type: here.type });
      const given = await client.download(`blobs/${hash}`);
      if (!given.ok) return undefined;
      const { type, bytes } = given.value;
      const isImage = imageTypes.some((known) => known === type) && bytes.byteLength <= limits.blobBytes;
      if (!isImage || (await sha256(bytes)) !== hash) return undefined;
      await db.images.put({ hash, type, bytes, sent: true });
      return new Blob([bytes], { type });
    },
  };
}
