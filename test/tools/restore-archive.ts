import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { parse } from '../../shared/action.ts';
import { ArchiveManifest, type ArchiveParts } from '../../shared/cluster/archive.ts';
import { imageTypeOf } from '../../shared/evidence/image.ts';
import { WireProblem } from '../../shared/sync.ts';
import { post, Refused } from './api.ts';

/** Characters of one page: well within what the Worker takes. */
const longest = 2_000_000;
/** Milliseconds to wait where the Worker says that it is too much at once. */
const patience = 10_000;

interface Restoring {
  address: string;
  secret: string;
  /** The archive's bytes. */
  zip: Uint8Array;
  /** The cluster to make; the archive's own where none is given. */
  cluster?: string;
  onProgress?(done: number, of: number): void;
}

/** Makes an empty cluster from an archive; answers with its id and name. Throws {@link Refused}. */
export async function restoreArchive({ address, secret, zip, cluster, onProgress }: Restoring) {
  const files = unzipSync(zip);
  const textOf = (path: string) => {
    const file = files[path];
    if (!file) throw new Refused('not-valid', path);
    return strFromU8(file);
  };
  const manifest = parse(ArchiveManifest, JSON.parse(textOf('manifest.json')));
  if (!manifest.ok) throw new Refused('not-valid', 'manifest.json');
  const id = cluster ?? manifest.value.cluster;
  const step = (body: object) =>
    patiently(() => post(address, 'operator/archive', z.object({}), { cluster: id, ...body }, secret));
  const linesOf = (path: string) => textOf(path).split('\n').filter(Boolean);
  const lines = {
    records: linesOf('records.jsonl'),
    log: linesOf('log.jsonl'),
    blobs: linesOf('blobs.jsonl'),
  };
  const all = lines.records.length + lines.log.length + lines.blobs.length;
  await step({ step: 'begin', manifest: manifest.value });
  let done = 0;
  let number = 0;
  for (const page of pagesOf(lines)) {
    await step({ step: 'page', page: ++number, ...page });
    done += page.records.length + page.log.length + page.blobs.length;
    onProgress?.(done, all);
  }
  for (const [path, bytes] of Object.entries(files)) {
    if (path.startsWith('blobs/')) {
      await patiently(() => putImage(`${address}/api/operator/archive/${id}/${path.slice(6)}`, bytes, secret));
    }
  }
  await step({ step: 'end' });
  return { cluster: id, name: manifest.value.name };
}

/** What has come in whole lines, as pages of a bounded length. */
function* pagesOf(lines: { [part in keyof ArchiveParts]: string[] }): Generator<ArchiveParts> {
  let page: ArchiveParts = { records: [], log: [], blobs: [] };
  let size = 0;
  for (const part of ['records', 'log', 'blobs'] as const) {
    for (const line of lines[part]) {
      page[part].push(JSON.parse(line));
      size += line.length;
      if (size < longest) continue;
      yield page;
      page = { records: [], log: [], blobs: [] };
      size = 0;
    }
  }
  yield page;
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'too-many') throw error;
      await new Promise((resolve) => setTimeout(resolve, patience));
    }
  }
}

async function putImage(url: string, bytes: Uint8Array, secret: string): Promise<void> {
  const body = new Uint8Array(bytes);
  const type = imageTypeOf(body.buffer) ?? 'image/avif';
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': type, authorization: `Bearer ${secret}` },
    body,
    signal: AbortSignal.timeout(30_000),
  });
  if (answer.ok) return;
  const problem = parse(WireProblem, await answer.json().catch(() => undefined));
  throw problem.ok ? new Refused(problem.value.code, problem.value.detail) : new Refused('unreachable', url);
}
