import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, openChromium, openPage } from './chromium.ts';
import { figure, interleave, printTable } from './measure.ts';
import type { Measured, measure } from './pages/search.ts';
import { installPeers } from './peer.ts';
import { pageOf, serve } from './serve.ts';

const rounds = 1;
const sizes = [10_000, 100_000];
const names = ['ours', 'MiniSearch', 'FlexSearch'];

type Page = { measure: typeof measure };

const part = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** How long a search takes at each size, beside two npm packages over the same documents, in Chromium. */
export async function benchSearch(folder: string): Promise<void> {
  installPeers();
  const body = await bundle(join(import.meta.dirname, 'pages/search.ts'));
  const server = await serve({ ...pageOf('/search.mjs'), '/search.mjs': { type: 'text/javascript', body } });
  const context = await openChromium(join(folder, 'profile'), [
    '--js-flags=--expose-gc',
    '--enable-precise-memory-info',
  ]);
  try {
    for (const size of sizes) {
      const results = await interleave(
        rounds,
        names.map((_, which) => async () => {
          const page = await openPage(context, server.address);
          const measured = await page.evaluate(([n, i]) => (window as unknown as Page).measure(n, i), [
            size,
            which,
          ] as const);
          await page.close();
          return measured;
        }),
      );
      print(size, results);
    }
  } finally {
    await context.close();
    server.close();
  }
}

function print(size: number, results: Measured[][]): void {
  console.log(
    `\n${size.toLocaleString('en-GB')} entries, ${chromiumVersion}; milliseconds of 60 searches each, after a round to warm up`,
  );
  const kinds = [...new Set(results.flat().flatMap(({ answers }) => answers.map(({ kind }) => kind)))];
  printTable(
    ['', ...names.flatMap((name) => [`${name}: median`, '95th', 'found'])],
    [...kinds, 'all of these'].map((kind) => [
      kind,
      ...results.flatMap((rows) => {
        const answers = rows
          .flatMap(({ answers: all }) => all)
          .filter((one) => kind === one.kind || (kind === 'all of these' && one.kind !== 'by what they are'));
        if (answers.length === 0) return ['–', '–', '–'];
        const times = answers.map(({ ms }) => ms);
        const found = answers.reduce((sum, one) => sum + one.found, 0) / answers.length;
        return [figure(part(times, 0.5)), figure(part(times, 0.95)), figure(found)];
      }),
    ]),
  );
  printTable(
    ['taking it all in', ...names],
    [
      [
        'milliseconds',
        ...results.map((rows) =>
          figure(
            part(
              rows.map(({ build }) => build),
              0.5,
            ),
          ),
        ),
      ],
      [
        'MB of memory',
        ...results.map((rows) =>
          figure(
            part(
              rows.map(({ heap }) => heap / 1e6),
              0.5,
            ),
          ),
        ),
      ],
    ],
  );
}
