import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, inNewBrowser } from './chromium.ts';
import { createPost, foundCluster, inviteMany } from './cluster.ts';
import { figure, printTable } from './measure.ts';
import type { clips } from './pages/clip.ts';
import { pageOf, serve } from './serve.ts';
import { startWorker, workerdVersion } from './workerd.ts';

declare global {
  interface Window {
    clips: typeof clips;
  }
}

const count = 300;

/** The value below which a share of them lies. */
const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** From the key that saves a clip to the disk, and to the cluster's log. */
export async function benchClip(folder: string): Promise<void> {
  const worker = await startWorker(folder);
  const { post, close } = createPost(worker.address);
  const body = await bundle(join(import.meta.dirname, 'pages/clip.ts'));
  const site = await serve({ ...pageOf('/clip.mjs'), '/clip.mjs': { type: 'text/javascript', body } }, worker.address);
  try {
    const code = await inviteMany(post, await foundCluster(post));
    // The first clips warm up and do not count.
    const all = await inNewBrowser(folder, site.address, (page) =>
      page.evaluate(([c, n]) => window.clips(c, n), [code, count + 20] as const),
    );
    const measured = all.slice(20);
    console.log(`${count} clips one after another; ${chromiumVersion}, workerd ${workerdVersion}, on one machine;`);
    console.log('milliseconds from saving');
    const row = (name: string, values: number[]) => [name, ...[0.5, 0.95, 1].map((share) => figure(at(values, share)))];
    printTable(
      ['', 'median', '95th percentile', 'most'],
      [
        row(
          'on disk',
          measured.map(({ disk }) => disk),
        ),
        row(
          'in the log, its answer noted',
          measured.map(({ log }) => log),
        ),
      ],
    );
  } finally {
    site.close();
    close();
    await worker.stop();
  }
}
