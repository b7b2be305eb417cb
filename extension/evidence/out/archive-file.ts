import { type ArchiveManifest, archiveFormat } from '../../../shared/cluster/archive.ts';
import { ok } from '../../../shared/problem.ts';
import type { Answered } from '../../replica/client.ts';
import type { Replica } from '../../replica/replica.ts';
import { type ZipFile, zipped } from './zip.ts';

interface Archiving {
  exports: Pick<Replica['exports'], 'archive' | 'image'>;
  cluster: { id: string; name: string };
  now: number;
  onProgress(things: number): void;
  signal: AbortSignal;
}

function* lines(things: readonly object[]): Generator<string> {
  for (const one of things) yield `${JSON.stringify(one)}\n`;
}

const explained = (name: string) => `A complete archive of ${name}, made by Goldthread.

manifest.json   what is in it, and how much
records.jsonl   the present state of everything, a record a line
log.jsonl       everything that was done, in order, an action a line; a body of null was erased
blobs.jsonl     which images there are, and what stands on them
blobs/          the images, each under the SHA-256 of its bytes

Times (at, made) are milliseconds since 1 January 1970, UTC. Keep it as carefully as the log itself: everything is in
it, from restricted sources too. Nobody is let in by it. Whoever runs a server of Goldthread makes the cluster from it
again with: npm run restore -- ADDRESS FILE
`;

/** A complete archive as a zip. Errors: those of fetching it. */
export async function archiveFile({
  exports,
  cluster,
  now,
  onProgress,
  signal,
}: Archiving): Promise<Answered<BlobPart[]>> {
  const all = await exports.archive(onProgress, signal);
  if (!all.ok) return all;
  const { seq, records, log, blobs } = all.value;
  const manifest: ArchiveManifest = {
    ...archiveFormat,
    cluster: cluster.id,
    name: cluster.name,
    made: new Date(now).toISOString(),
    seq,
    ...{ records: records.length, log: log.length, blobs: blobs.length },
  };
  let lacking: Answered<never> | undefined;
  async function* files(): AsyncGenerator<ZipFile> {
    yield { path: 'README.txt', parts: [explained(cluster.name)] };
    yield { path: 'manifest.json', parts: [`${JSON.stringify(manifest, null, 2)}\n`] };
    yield { path: 'records.jsonl', parts: lines(records) };
    yield { path: 'log.jsonl', parts: lines(log) };
    yield { path: 'blobs.jsonl', parts: lines(blobs) };
    for (const { hash } of blobs) {
      const image = await exports.image(hash, signal);
      if (!image.ok) {
        lacking = image;
        return;
      }
      yield { path: `blobs/${hash}`, parts: [image.value], picture: true };
    }
  }
  const parts = await zipped(files(), signal);
  return lacking ?? ok(parts);
}
