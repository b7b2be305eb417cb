import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { openChromium, openPage } from './chromium.ts';
import { pageOf, serve } from './serve.ts';
const body = await bundle(join(import.meta.dirname, 'pages/search.ts'));
const server = await serve({ ...pageOf('/search.mjs'), '/search.mjs': { type: 'text/javascript', body } });
const context = await openChromium(mkdtempSync('/tmp/zz-'), ['--js-flags=--expose-gc', '--enable-precise-memory-info']);
for (const [size, which] of [[100000, 0], [100000, 1], [10000, 0], [100000, 0], [100000, 2]] as const) {
  const page = await openPage(context, server.address);
  const m = await page.evaluate(([n, i]) => (window as any).measure(n, i), [size, which] as const);
  await page.close();
  const part = (v: number[], s: number) => [...v].sort((a, b) => a - b)[Math.floor(v.length * s)];
  console.log(size, m.name, 'build', m.build | 0, 'heap', m.heap / 1e6);
  for (const k of [...new Set(m.answers.map((a: any) => a.kind)), 'all']) {
    const t = m.answers.filter((a: any) => k === 'all' || a.kind === k);
    console.log('  ', k, 'p50', part(t.map((a: any) => a.ms), 0.5), 'p95', part(t.map((a: any) => a.ms), 0.95), 'found', t.reduce((s: number, a: any) => s + a.found, 0) / t.length);
  }
}
await context.close();
server.close();
