import { type ArchiveAfter, ArchivePage, type ArchiveParts } from '../../shared/cluster/archive.ts';
import { fail, ok } from '../../shared/problem.ts';
import type { Answered, Client } from './client.ts';

/** How often an archive begins anew, where somebody saved something meanwhile. */
const tries = 5;
/** Milliseconds to wait where the cluster says that it is too much at once. */
const patience = 5000;

const rest = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });

/** Everything that the cluster holds, but for the bytes of its images, as it was at one moment. */
export interface Archived extends ArchiveParts {
  seq: number;
}

/** Fetches the whole cluster, to be kept elsewhere. */
export function createArchives(client: Client) {
  const pageOf = async (body: object, signal: AbortSignal): Promise<Answered<ArchivePage>> => {
    for (;;) {
      const page = await client.authorised('archive', ArchivePage, { body, signal });
      if (page.ok || page.problem.code !== 'too-many' || signal.aborted) return page;
      await rest(signal);
    }
  };
  const once = async (onProgress: (things: number) => void, signal: AbortSignal): Promise<Answered<Archived>> => {
    const all: Archived = { seq: 0, records: [], log: [], blobs: [] };
    let after: ArchiveAfter | undefined;
    do {
      const page = await pageOf(after ? { seq: all.seq, after } : {}, signal);
      if (!page.ok) return page;
      const { seq, records, log, blobs, next } = page.value;
      all.seq = seq;
      all.records.push(...records);
      all.log.push(...log);
      all.blobs.push(...blobs);
      onProgress(all.records.length + all.log.length);
      after = next;
    } while (after);
    return ok(all);
  };
  return {
    /**
     * Fetches it page by page. Errors: those of any request, `not-allowed`, and `stale` where somebody saves something
     * all the time; after the signal `unreachable`.
     */
    async archive(onProgress: (things: number) => void, signal: AbortSignal): Promise<Answered<Archived>> {
      for (let n = 1; ; n++) {
        const all = await once(onProgress, signal);
        if (all.ok || all.problem.code !== 'stale' || n === tries) return all;
      }
    },

    /** An image's bytes; they are those of its name or nothing. */
    async image(hash: string, signal: AbortSignal): Promise<Answered<Uint8Array<ArrayBuffer>>> {
      if (signal.aborted) return fail('unreachable');
      const blob = await client.download(`blobs/${hash}`);
      return blob.ok ? ok(new Uint8Array(blob.value.bytes)) : blob;
    },
  };
}
