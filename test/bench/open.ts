import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, openChromium, openPage } from './chromium.ts';
import { cell, interleave, printTable } from './measure.ts';
import type { fill, open } from './pages/open.ts';
import { pageOf, serve } from './serve.ts';

const rounds = 9;
const sizes = [100, 10_000, 100_000];

declare global {
  interface Window {
    fill: typeof fill;
  }
}

type Opener = { open: typeof open };

/** How long a replica of each size takes to show what the panel shows first. */
export async function benchOpen(folder: string): Promise<void> {
  const body = await bundle(join(import.meta.dirname, 'pages/open.ts'));
  const files = { ...pageOf('/open.mjs'), '/open.mjs': { type: 'text/javascript', body } };
  // An address each: replicas of one origin would share one store.
  const servers = await Promise.all(sizes.map(() => serve(files)));
  const profile = join(folder, 'profile');
  const addressOf = (i: number) => servers[i]?.address ?? '';
  try {
    const filling = await openChromium(profile);
    for (const [i, size] of sizes.entries()) {
      await (await openPage(filling, addressOf(i))).evaluate((n) => window.fill(n), size);
    }
    await filling.close();

    const openOnce = async (context: Awaited<ReturnType<typeof openChromium>>, i: number) => {
      const page = await openPage(context, addressOf(i));
      const { bare, ours, entries, priorities } = await page.evaluate(() => (window as unknown as Opener).open());
      await page.close();
      if (entries !== 50 || priorities !== 3)
        throw new Error(`Opened with ${entries} entries, ${priorities} priorities`);
      return { bare, ours };
    };
    const results = await interleave(
      rounds,
      sizes.map((_, i) => async () => {
        const context = await openChromium(profile);
        try {
          return { cold: await openOnce(context, i), warm: await openOnce(context, i) };
        } finally {
          await context.close();
        }
      }),
    );
    console.log(
      `${chromiumVersion}; ours is the newest 50 entries, the priorities and where we stand, from a new replica;`,
    );
    console.log(`milliseconds, median (least–most) of ${rounds} interleaved rounds`);
    printTable(
      ['records', 'browser just started: its bare open', 'and then ours', 'a further page: bare open', 'and then ours'],
      sizes.map((size, i) => {
        const all = results[i] ?? [];
        return [
          size.toLocaleString('en-GB'),
          cell(all.map(({ cold }) => cold.bare)),
          cell(all.map(({ cold }) => cold.ours)),
          cell(all.map(({ warm }) => warm.bare)),
          cell(all.map(({ warm }) => warm.ours)),
        ];
      }),
    );
  } finally {
    for (const server of servers) server.close();
  }
}
