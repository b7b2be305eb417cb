import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { describe } from '../../shared/evidence/quote.ts';
import type { Options } from '../e2e/chromium.ts';
import { chromiumVersion } from './chromium.ts';
import { buildWith, inBrowser, inExtension } from './extended.ts';
import { cell, figure, interleave, printTable, spread } from './measure.ts';
import type { keep } from './pages/present.ts';
import { readProse } from './quotes-text.ts';

declare global {
  interface Window {
    keep: typeof keep;
  }
}

const rounds = 5;
const loads = 3;
const length = 200_000;
const count = 20;

/** One that the manifest names, and one that it does not. Nothing is asked of either: they are answered here. */
const named = 'https://educationendowmentfoundation.org.uk/long';
const other = 'https://goldthread.example/long';

/** What one load of the page came to. */
interface Paid {
  /** Milliseconds of the page's own thread: scripts, and everything. */
  scripts: number;
  tasks: number;
  /** Bytes of its heap once what is not needed was collected, all worlds of it together. */
  heap: number;
  /** Milliseconds from the end of loading until the passages are highlighted. */
  highlighted?: number;
}

/** A page of prose with as many characters as wanted. */
function longPage(): string {
  const text = readProse()
    .map((prose) => prose.text)
    .join('\n')
    .slice(0, length);
  const blocks = text.split('\n').map((block) => `<p>${block.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>A long page</title><body>${blocks.join('\n')}`;
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return new Map(all.map(({ name, value }) => [name, value]));
}

/** Loads the page, waits until nothing more comes of it, and tells what that took. */
async function load(page: Page, session: CDPSession, url: string, passages: number): Promise<Paid> {
  await page.goto('about:blank');
  const before = await metrics(session);
  await page.goto(url, { waitUntil: 'load' });
  const highlighted = await page.evaluate(async (wanted) => {
    const frame = () => new Promise(requestAnimationFrame);
    const shown = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    for (let i = 0; wanted > 0 && shown() < wanted && i < 600; i++) await frame();
    const { loadEventEnd } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return shown() < wanted ? Number.NaN : performance.now() - loadEventEnd;
  }, passages);
  // Longer than anything of ours waits.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const after = await metrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await metrics(session)).get('JSHeapUsedSize') ?? Number.NaN;
  const spent = (name: string) => 1000 * ((after.get(name) ?? Number.NaN) - (before.get(name) ?? 0));
  return { scripts: spent('ScriptDuration'), tasks: spent('TaskDuration'), heap, ...(passages > 0 && { highlighted }) };
}

interface Way {
  name: string;
  options: Options;
  url: string;
  passages: number;
}

/** A few loads in a browser of their own; the first of them warms up and does not count. */
const payments = ({ options, url, passages }: Way, body: string): Promise<Paid[]> =>
  inBrowser(options, async ({ browser }) => {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const known = request.url() === url;
      void request.respond({
        status: known ? 200 : 404,
        contentType: 'text/html; charset=utf-8',
        body: known ? body : '',
      });
    });
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const paid: Paid[] = [];
    for (let i = 0; i <= loads; i++) paid.push(await load(page, session, url, passages));
    return paid.slice(1);
  });

/** What a page pays for us where we are, and where we are not. */
export async function benchPresent(folder: string): Promise<void> {
  const build = await buildWith(folder, 'present.ts');
  const body = longPage();
  const [empty, full] = [join(folder, 'empty'), join(folder, 'full')];
  const plain = body.replace(/^.*<body>/s, '').replace(/<\/?p>/g, '');
  const step = Math.floor(plain.length / (count + 1));
  const chosen = Array.from({ length: count }, (_, i) => {
    const start = plain.indexOf('\n', (i + 1) * step) + 1;
    const end = plain.indexOf('\n', start + 40);
    return describe(plain, start, end);
  });
  await inExtension({ build, profile: full }, (page) =>
    page.evaluate(([url, passages]) => window.keep(url, passages), [named, chosen] as const),
  );
  const ways: Way[] = [
    { name: 'without the extension', options: { bare: true }, url: named, passages: 0 },
    { name: 'with it, where it has no access', options: { build, profile: full }, url: other, passages: 0 },
    { name: 'with it, nothing in the log', options: { build, profile: empty }, url: named, passages: 0 },
    { name: `with it, ${count} passages in the log`, options: { build, profile: full }, url: named, passages: count },
  ];
  const results = await interleave(
    rounds,
    ways.map((way) => () => payments(way, body)),
  );
  console.log(`${chromiumVersion}; a page of ${length / 1000} kB of prose, opened and left alone for some seconds;`);
  console.log(`median (least–most) of ${rounds} interleaved rounds of ${loads} loads; ms, and kB of the page’s heap`);
  const [bare] = results.map((one) => spread(one.flat().map(({ heap }) => heap)).median);
  printTable(
    ['', 'scripts', 'all work', 'heap', 'more heap', 'highlighted after loading'],
    ways.map(({ name, passages }, i) => {
      const all = (results[i] ?? []).flat();
      const heaps = all.map(({ heap }) => heap / 1000);
      return [
        name,
        cell(all.map(({ scripts }) => scripts)),
        cell(all.map(({ tasks }) => tasks)),
        cell(heaps),
        figure(spread(heaps).median - (bare ?? 0) / 1000),
        passages > 0 ? cell(all.map(({ highlighted }) => highlighted ?? Number.NaN)) : '',
      ];
    }),
  );
}
