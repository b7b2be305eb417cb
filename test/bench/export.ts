import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, openChromium, openPage } from './chromium.ts';
import { cell, figure, interleave, printTable } from './measure.ts';
import type { names, takeOut } from './pages/export.ts';
import { pageOf, serve } from './serve.ts';

const rounds = 3;
const size = 100_000;

type Page = { fill(size: number): Promise<void>; takeOut: typeof takeOut; names: typeof names };

/** How long it takes to take the whole log out as each kind of file, and for how long the screen stands still. */
export async function benchExport(folder: string): Promise<void> {
  const body = await bundle(join(import.meta.dirname, 'pages/export.ts'), [], true);
  const server = await serve({ ...pageOf('/export.mjs'), '/export.mjs': { type: 'text/javascript', body } });
  const context = await openChromium(join(folder, 'profile'));
  try {
    const first = await openPage(context, server.address);
    const kinds = await first.evaluate(() => (window as unknown as Page).names());
    await first.evaluate((n) => (window as unknown as Page).fill(n), size);
    await first.close();
    const results = await interleave(
      rounds,
      kinds.map((kind) => async () => {
        const page = await openPage(context, server.address);
        const answer = await page.evaluate((name) => (window as unknown as Page).takeOut(name), kind);
        await page.close();
        return answer;
      }),
    );
    console.log(`${chromiumVersion}; ${size.toLocaleString('en-GB')} entries, median (least–most) of ${rounds} rounds`);
    printTable(
      ['kind', 'entries', 'MB', 'seconds', 'longest stand-still, ms'],
      kinds.map((kind, i) => {
        const all = results[i] ?? [];
        return [
          kind,
          (all[0]?.entries ?? 0).toLocaleString('en-GB'),
          figure((all[0]?.bytes ?? 0) / 1e6),
          cell(all.map((one) => one.all / 1000)),
          cell(all.map(({ still }) => still)),
        ];
      }),
    );
  } finally {
    await context.close();
    server.close();
  }
}
