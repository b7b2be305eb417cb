import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, openChromium, openPage } from './chromium.ts';
import { cell, interleave, printTable } from './measure.ts';
import type { Looked, look } from './pages/log.ts';
import { pageOf, serve } from './serve.ts';

const rounds = 5;
const sizes = [10_000, 100_000];
/** Of what `createSamples` writes: the words are in some entries of a hundred, the tag in one of six. */
const sought = { words: 'vocabulary fluency governors tuit', tag: 'oracy' };

type Page = { fill(size: number): Promise<void>; look: typeof look };

/** How long it takes to look through a log of each size: all of it, by a tag, by words. */
export async function benchLog(folder: string): Promise<void> {
  const body = await bundle(join(import.meta.dirname, 'pages/log.ts'));
  const files = { ...pageOf('/log.mjs'), '/log.mjs': { type: 'text/javascript', body } };
  const servers = await Promise.all(sizes.map(() => serve(files)));
  const context = await openChromium(join(folder, 'profile'));
  try {
    for (const [i, size] of sizes.entries()) {
      const page = await openPage(context, servers[i]?.address ?? '');
      await page.evaluate((n) => (window as unknown as Page).fill(n), size);
      await page.close();
    }
    const results = await interleave(
      rounds,
      sizes.map((_, i) => async () => {
        const page = await openPage(context, servers[i]?.address ?? '');
        const answer = await page.evaluate(({ words, tag }) => (window as unknown as Page).look(words, tag), sought);
        await page.close();
        return answer;
      }),
    );
    console.log(
      `${chromiumVersion}; milliseconds, median (least–most) of ${rounds} interleaved rounds. The first time`,
    );
    console.log('reads the log into memory, in the words’ case with its words; again is the next key that is typed');
    const row = (size: number, name: string, looked: Looked[]) => [
      size.toLocaleString('en-GB'),
      name,
      (looked[0]?.count ?? 0).toLocaleString('en-GB'),
      cell(looked.map(({ first }) => first)),
      cell(looked.map(({ all }) => all)),
      cell(looked.map(({ again }) => again)),
    ];
    printTable(
      ['records', 'looked for', 'found', 'the first', 'all of them', 'again'],
      sizes.flatMap((size, i) => {
        const all = results[i] ?? [];
        return [
          row(
            size,
            'everything',
            all.map((one) => one.all),
          ),
          row(
            size,
            'a tag',
            all.map((one) => one.tag),
          ),
          row(
            size,
            'four words',
            all.map((one) => one.words),
          ),
        ];
      }),
    );
  } finally {
    await context.close();
    for (const server of servers) server.close();
  }
}
