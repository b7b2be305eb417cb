import { type AskExport, type ExportAfter, ExportPage } from '../../shared/cluster/export.ts';
import { fail, ok } from '../../shared/problem.ts';
import type { Answered, Client } from './client.ts';

/** Everything of a member or a school, as it came. */
export type Everything = Pick<ExportPage, 'records' | 'log' | 'devices'> & { images: { [hash: string]: string } };

/** Milliseconds to wait where the cluster says that it is too much at once. */
const patience = 5000;

const rest = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, patience);
    signal.addEventListener('abort', done, { once: true });
  });

/** Takes everything along that the cluster has of somebody or of a school. */
export function createExports(client: Client) {
  const pageOf = async (ask: AskExport, signal: AbortSignal): Promise<Answered<ExportPage>> => {
    for (;;) {
      const page = await client.authorised('export', ExportPage, { body: ask, signal });
      if (page.ok || page.problem.code !== 'too-many' || signal.aborted) return page;
      await rest(signal);
    }
  };

  return {
    /**
     * Fetches it page by page, pictures last. `onProgress` is told how many things have come. Errors: those of any
     * request, `not-allowed`, `missing`; after the signal `unreachable`.
     */
    async everything(
      { about, id }: Pick<AskExport, 'about' | 'id'>,
      onProgress: (things: number) => void,
      signal: AbortSignal,
    ): Promise<Answered<Everything>> {
      const all: Everything = { records: [], log: [], images: {} };
      const known = new Set<string>();
      let after: ExportAfter | undefined;
      do {
        const page = await pageOf({ about, id, ...(after && { after }) }, signal);
        if (!page.ok) return page;
        all.records.push(...page.value.records);
        for (const one of page.value.records.flatMap(({ history }) => history)) known.add(one.id);
        // What stands with its record already need not stand twice.
        all.log.push(...page.value.log.filter((one) => !known.has(one.id)));
        if (page.value.devices) all.devices = page.value.devices;
        after = page.value.next;
        onProgress(all.records.length + all.log.length);
      } while (after);
      for (const { record } of all.records) {
        if (signal.aborted) return fail('unreachable');
        const image = record.body?.image as { blob?: unknown } | undefined;
        if (typeof image?.blob !== 'string' || all.images[image.blob]) continue;
        const blob = await client.download(`blobs/${image.blob}`);
        if (blob.ok) all.images[image.blob] = dataUrl(blob.value.type, new Uint8Array(blob.value.bytes));
      }
      return ok(all);
    },
  };
}

/** Bytes as a `data:` address (RFC 2397), which every browser opens. */
function dataUrl(type: string, bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${type};base64,${btoa(text)}`;
}
