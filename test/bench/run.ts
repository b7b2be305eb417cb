import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchActions } from './actions.ts';
import { benchBytes } from './bytes.ts';
import { benchClip } from './clip.ts';
import { benchExport } from './export.ts';
import { benchLog } from './log.ts';
import { benchOpen } from './open.ts';
import { benchPanel } from './panel.ts';
import { benchPdf } from './pdf.ts';
import { benchPresent } from './present.ts';
import { benchPublic } from './public.ts';
import { benchQuotes } from './quotes.ts';
import { benchRecognise } from './recognise.ts';
import { benchSearch } from './search.ts';
import { benchSuggest } from './suggest.ts';
import { benchSync } from './sync.ts';

/** Everything that is measured. Nothing is asserted by time: machines differ, and a figure is for people to judge. */
const benches: { name: string; title: string; run(folder: string): Promise<void> }[] = [
  { name: 'actions', title: 'Actions through the Durable Object, beside an empty call to it', run: benchActions },
  { name: 'sync', title: 'A first sync, beside PouchDB', run: benchSync },
  { name: 'open', title: 'Opening a replica', run: benchOpen },
  { name: 'panel', title: 'First paint of the panel', run: benchPanel },
  { name: 'log', title: 'Looking through the log', run: benchLog },
  { name: 'search', title: 'A search of the log, beside MiniSearch and FlexSearch', run: benchSearch },
  { name: 'export', title: 'Taking a hundred thousand entries out', run: benchExport },
  { name: 'clip', title: 'A clip, to the disk and to the log', run: benchClip },
  { name: 'quotes', title: 'Quotes found again, beside two npm packages and indexOf', run: benchQuotes },
  { name: 'pdf', title: 'PDFs: opening them, and quotes beside the Hypothesis way', run: benchPdf },
  { name: 'present', title: 'What a page pays', run: benchPresent },
  { name: 'suggest', title: 'The priority that a text bears on, beside MiniSearch', run: benchSuggest },
  { name: 'recognise', title: 'A page recognised, in Chromium', run: benchRecognise },
  { name: 'public', title: 'Public pages, beside a bare Hono route', run: benchPublic },
  { name: 'bytes', title: 'First loads of the built extension', run: benchBytes },
];

/**
 * What `npm run bench` runs: all of it, or what is named.
 *
 *     npm run bench
 *     npm run bench -- sync
 */
async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown) throw new Error(`There is no '${unknown}'. There are ${benches.map(({ name }) => name).join(', ')}.`);
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}, ${memory} GB, Node ${process.version}`,
  );
  for (const { name, title, run } of benches) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n── ${name}: ${title}`);
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'));
    const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.once('exit', remove);
    await run(folder);
    process.off('exit', remove);
    remove();
  }
}

// Whoever stops us stops what we started too: each ends its own as we exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
