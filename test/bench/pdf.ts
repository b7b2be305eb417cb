import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { passageAt } from '../../extension/page/pdf/places.ts';
import { readPdf } from '../../extension/page/pdf/reading.ts';
import { find, foldText } from '../../shared/evidence/quote.ts';
import { extensionId } from '../e2e/chromium.ts';
import { type DrawnPage, makePdf, paragraphs } from '../tools/pdf-files.ts';
import { pagesOf } from '../tools/pdf-pages.ts';
import { buildInto } from './bytes.ts';
import { chromiumVersion } from './chromium.ts';
import { inBrowser } from './extended.ts';
import { cell, interleave, printTable } from './measure.ts';
import { describeAs, loadHypothesis } from './pdf-hypothesis.ts';
import { installPeers } from './peer.ts';
import { chanceOf, readProse } from './quotes-text.ts';

const rounds = 5;
const sizes = [10, 100, 300];
const quotes = 300;

/** A text set in lines of so many characters, so many lines a page, with a running head and page numbers. */
function setPages(blocks: readonly string[], wide: number, perPage: number, cut: boolean): DrawnPage[] {
  const lines = blocks.flatMap((block) => {
    const set = paragraphs([block], { wide }).map(({ text }) => text);
    return [...(cut ? cutWords(set) : set), ''];
  });
  return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, i) => ({
    lines: [
      { text: 'A report that runs on', x: 60, y: 815, size: 8 },
      ...lines
        .slice(i * perPage, (i + 1) * perPage)
        .map((text, row) => ({ text, x: 60, y: 770 - row * 13, size: 10 }))
        .filter(({ text }) => text !== ''),
      { text: `Page ${i + 1}`, x: 280, y: 30, size: 8 },
    ],
  }));
}

/** Moves the first half of a long first word to the end of the line before it, with a hyphen, on every third line. */
const cutWords = (lines: readonly string[]): string[] => {
  const set = [...lines];
  for (let i = 1; i < set.length; i += 3) {
    const long = /^(\p{L}{4})(\p{Ll}{4,})/u.exec(set[i] ?? '');
    if (!long) continue;
    set[i - 1] = `${set[i - 1]} ${long[1]}-`;
    set[i] = (set[i] ?? '').slice(4);
  }
  return set;
};

/** What the fonts of every reader have: other characters would be another measurement. */
const plain = (text: string) => text.normalize('NFKC').replace(/[^\x20-\x7e\n’‘“”–—£éèàç]/g, '');

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How soon a file is there to be read, and how quotes of one setting of a text are found in another. */
export async function benchPdf(folder: string): Promise<void> {
  installPeers();
  const blocks = readProse()
    .flatMap(({ text }) => plain(text).split('\n'))
    .filter((block) => block.length > 40);
  await benchOpening(folder, blocks);
  await benchQuotes(blocks.slice(0, 1200));
}

async function benchOpening(folder: string, blocks: readonly string[]): Promise<void> {
  buildInto(folder);
  const build = join(folder, 'chrome-mv3');
  const all = setPages([...blocks, ...blocks, ...blocks, ...blocks], 90, 52, false);
  for (const size of sizes) {
    const pages = Array.from({ length: size }, (_, i) => all[i % all.length] as DrawnPage);
    writeFileSync(join(folder, `${size}.pdf`), await makePdf(pages));
  }
  const results = await inBrowser({ build }, async ({ browser, welcome }) => {
    // It opens by itself, in front: nothing is drawn behind it.
    await (await welcome()).close();
    return interleave(
      rounds,
      sizes.map((size) => () => openOnce(browser, join(folder, `${size}.pdf`), size)),
    );
  });
  console.log(`${chromiumVersion}; milliseconds from the file’s choice, median (least–most) of ${rounds} rounds`);
  printTable(
    [
      'pages',
      'first page drawn',
      'text read, highlights ready',
      'MB of JavaScript then',
      'after a look at every page',
      'pages kept drawn',
    ],
    sizes.map((size, i) => {
      const of = (name: 'drawn' | 'ready' | 'memory' | 'after' | 'kept') =>
        cell((results[i] ?? []).map((one) => one[name]));
      return [String(size), of('drawn'), of('ready'), of('memory'), of('after'), of('kept')];
    }),
  );
}

/** Chooses a file in the reader, waits until it is read, and looks at every page. */
async function openOnce(browser: Browser, path: string, size: number) {
  const page = await browser.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/reader.html`);
    await page.bringToFront();
    const chooser = await page.waitForSelector('input[type=file]');
    await page.evaluate(() => {
      const times: { [name: string]: number } = {};
      let begun = 0;
      addEventListener('change', () => (begun = performance.now()), { capture: true });
      const look = () => {
        const now = performance.now() - begun;
        if (document.querySelector('.page canvas')) times.drawn ??= now;
        if (new URLSearchParams(location.search).has('is')) times.ready ??= now;
        if (times.ready === undefined) requestAnimationFrame(look);
      };
      look();
      Object.assign(globalThis, { times });
    });
    await (chooser as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    await page.waitForFunction(() => (globalThis as unknown as { times: { ready?: number } }).times.ready, {
      timeout: 60_000,
    });
    const times = await page.evaluate(
      () => (globalThis as unknown as { times: { drawn: number; ready: number } }).times,
    );
    const megabytes = async () => ((await page.metrics()).JSHeapUsedSize ?? 0) / 1e6;
    const memory = await megabytes();
    for (let number = 1; number <= size; number += 7) {
      await page.$eval(`.page[data-page-number="${number}"]`, (one) => one.scrollIntoView());
      await page.waitForSelector(`.page[data-page-number="${number}"] canvas`);
    }
    const kept = await page.$$eval('.page canvas', (all) => all.length);
    return { ...times, memory, after: await megabytes(), kept };
  } finally {
    await page.close();
  }
}

async function benchQuotes(blocks: readonly string[]): Promise<void> {
  const hypothesis = await loadHypothesis();
  const one = await pagesOf(await makePdf(setPages(blocks, 90, 52, false)));
  const other = await pagesOf(await makePdf(setPages(blocks, 62, 46, true)));
  const [reading, again] = [readPdf(one), readPdf(other)];
  const [theirs, theirsAgain] = [one, other].map((pages) =>
    pages.map(({ items }) => items.map(({ str }) => str).join('')),
  ) as [string[], string[]];
  const theirText = theirs.join('');
  const chance = chanceOf(7);
  const rows = [];
  for (const [name, ours, pages] of [
    ['the same file', reading, theirs],
    ['set anew: other lines, pages, cut words', again, theirsAgain],
  ] as const) {
    const folded = foldText(ours.text);
    const tally = { ours: 0, theirs: 0, ourTimes: [] as number[], theirTimes: [] as number[], cases: 0 };
    while (tally.cases < quotes) {
      const start = chance.below(reading.text.length - 400);
      const passage = passageAt(reading, start, start + 30 + chance.below(220));
      if (!passage) continue;
      // The same words as Hypothesis has them: in the order in which the pages draw them, without what is between.
      const wanted = letters(passage.exact);
      const place = placeByLetters(theirText, wanted);
      if (!place) continue;
      tally.cases++;
      const selector = describeAs(theirText, place.start, place.end);
      let begun = performance.now();
      const found = find(folded, passage);
      tally.ourTimes.push(performance.now() - begun);
      begun = performance.now();
      const said = hypothesis(pages, selector);
      tally.theirTimes.push(performance.now() - begun);
      if (found && letters(ours.text.slice(found.start, found.end)) === wanted) tally.ours++;
      if (said !== null && letters(said) === wanted) tally.theirs++;
    }
    const share = (right: number) => `${((100 * right) / tally.cases).toFixed(1)}%`;
    rows.push([name, share(tally.ours), share(tally.theirs), cell(tally.ourTimes), cell(tally.theirTimes)]);
  }
  console.log(
    `\n${quotes} quotes of 30 to 250 characters from a file of ${one.length} pages; right is every letter and no other`,
  );
  printTable(
    ['found again in', 'right: Goldthread', 'right: the Hypothesis way', 'ms: Goldthread', 'ms: the Hypothesis way'],
    rows,
  );
}

/** Where a text holds these letters, whatever stands between them; `undefined` where it holds them twice or not. */
function placeByLetters(text: string, wanted: string): { start: number; end: number } | undefined {
  indexed ??= foldText(text);
  const at = indexed.letters.indexOf(wanted);
  if (at < 0 || indexed.letters.indexOf(wanted, at + 1) >= 0) return undefined;
  return { start: indexed.at[at] ?? 0, end: (indexed.at[at + wanted.length - 1] ?? 0) + 1 };
}
let indexed: ReturnType<typeof foldText> | undefined;
