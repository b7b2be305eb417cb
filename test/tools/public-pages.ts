import { join } from 'node:path';
import { type LocalWorker, startLocalWorker } from './local-worker.ts';
import { root } from './run-process.ts';

/** The real Worker with these rows in its D1. */
export async function servePublicPages(
  data: string,
  rows: readonly (readonly unknown[])[],
  vars: Record<string, string> = {},
): Promise<LocalWorker> {
  const worker = await startLocalWorker({
    port: 0,
    data,
    vars: { PAGE_SECONDS: '0', ...vars },
    entry: join(root, 'test/worker/reviews/seeded.ts'),
  });
  const answer = await fetch(`${worker.address}/api/seed`, {
    method: 'POST',
    body: JSON.stringify(rows),
  });
  if (!answer.ok) throw new Error(`The pages were not filled: ${await answer.text()}`);
  return worker;
}
