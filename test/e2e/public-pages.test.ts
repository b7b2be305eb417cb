import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalWorker } from '../tools/local-worker.ts';
import { servePublicPages } from '../tools/public-pages.ts';
import { review, second } from '../worker/reviews/published.ts';
import { questions, reviewAtLimits, reviewOf } from '../worker/reviews/published-many.ts';
import { rowsOf } from '../worker/reviews/rows.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-public-'));
let worker: LocalWorker;
let chromium: Chromium;
/** A browser in which no script runs. */
let page: Page;
/** Everything that it asked for. */
const asked: string[] = [];

beforeAll(async () => {
  const withdrawn = { at: review.published - 1e10, reason: 'A figure in it was of another year.' };
  worker = await servePublicPages(data, [
    ...rowsOf({
      slug: 'hollowmere',
      editions: [
        { review: { ...review, period: 'term:2024:summer', published: review.published - 3e10 }, withdrawn },
        { review },
        { review: second },
      ],
      questions,
    }),
    ...rowsOf({ slug: 'forty-schools', editions: [{ review: reviewOf(40) }] }),
    ...rowsOf({ slug: 'long-texts', editions: [{ review: reviewAtLimits() }] }),
  ]);
  chromium = await launchChromium({ bare: true });
  page = await chromium.browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.setJavaScriptEnabled(false);
  page.on('request', (request) => void asked.push(request.url()));
});

afterAll(async () => {
  await chromium?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

const go = (path: string) => page.goto(`${worker.address}${path}`);
const text = (selector: string) => page.$eval(selector, (one) => (one as HTMLElement).innerText);

const paths = [
  '/hollowmere',
  '/hollowmere/2025-26/1',
  '/hollowmere/summer-2025',
  '/hollowmere/2025-26/p2',
  '/hollowmere/2025-26/schools',
  '/hollowmere/2025-26/school/199903',
  '/hollowmere/2025-26/sheet/199903',
  '/hollowmere/ask?about=p2',
  '/hollowmere/answers',
  '/hollowmere/answers/q3',
  '/nobody-here',
  '/forty-schools',
  '/long-texts',
  '/long-texts/2025-26/sheet/199903',
];

describe('without a script', () => {
  it('a claim opens its words, its source and its page, by keyboard too', async () => {
    await go('/hollowmere');
    const summary = await page.waitForSelector('#e1 > summary');
    expect(await page.$eval('#e1 blockquote', (one) => one.checkVisibility())).toBe(false);
    await summary?.focus();
    await page.keyboard.press('Enter');
    expect(await page.$eval('#e1 blockquote', (one) => one.checkVisibility())).toBe(true);
    expect(await text('#e1')).toContain('Reading fluency in the middle of primary school');
    expect(await page.$eval('#e1 a', (one) => one.getAttribute('href'))).toBe(
      'https://www.example.org/reading-fluency.html',
    );
  });

  it('a link leads from a page to the next, and a place in it', async () => {
    await go('/hollowmere');
    await Promise.all([page.waitForNavigation(), page.click('header nav li:nth-child(2) a')]);
    expect(await text('h1')).toBe('You asked, we changed');
    await Promise.all([page.waitForNavigation(), page.click('header .name')]);
    await page.click('a[href="#p2"]');
    expect(new URL(page.url()).hash).toBe('#p2');
    expect(await page.$eval('#p2', (one) => Math.abs(one.getBoundingClientRect().top) < innerHeight / 2)).toBe(true);
  });

  it('the form keeps what was written when it cannot be sent, and sends nothing that is too short', async () => {
    await go('/hollowmere/ask');
    await page.click('input[name="about"][value="p3"]');
    await page.click('input[name="who"][value="family"]');
    await page.type('textarea', 'Short');
    asked.length = 0;
    await page.click('form button');
    expect(asked).toEqual([]);
    await page.type('textarea', ' no more: why <b>only</b> in “history”?');
    await Promise.all([page.waitForNavigation(), page.click('form button')]);
    expect(asked).toContain(`${worker.address}/hollowmere/ask`);
    // No cluster stands behind this partnership, so it cannot be sent: the words are there still.
    expect(await text('[role="alert"]')).toContain('Your words are still here');
    expect(await page.$eval('textarea', (one) => one.value)).toBe('Short no more: why <b>only</b> in “history”?');
    expect(await page.$eval('input[name="about"][value="p3"]', (one) => (one as HTMLInputElement).checked)).toBe(true);
    expect(await page.$eval('input[name="who"][value="family"]', (one) => (one as HTMLInputElement).checked)).toBe(
      true,
    );
  });

  it('nothing is asked of anybody else', async () => {
    asked.length = 0;
    for (const path of paths) await go(path);
    const others = asked.filter((url) => !url.startsWith(`${worker.address}/`) && !url.startsWith('data:'));
    expect(others).toEqual([]);
    // Each page is one request: the picture of the tab is in it.
    expect(asked.filter((url) => url.startsWith(worker.address))).toHaveLength(paths.length);
    expect(await page.cookies()).toEqual([]);
  });
});

describe('each page', () => {
  it('has no faults of access, fits 320 px, and its policy has nothing to complain of', async () => {
    // The checker is a script; it runs from outside the page, which the policy does not see.
    const checked = await chromium.browser.newPage();
    checked.setDefaultTimeout(30_000);
    const said: string[] = [];
    checked.on('console', (message) => {
      if (/content security|refused|violat/i.test(message.text())) said.push(message.text());
    });
    for (const path of paths) {
      await checked.goto(`${worker.address}${path}`);
      await checked.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      expect(await faultsOf(checked), path).toEqual([]);
    }
    expect(said).toEqual([]);
    await checked.close();
  });

  it('has its main words in print, and no way to places', async () => {
    await go('/hollowmere');
    await page.emulateMediaType('print');
    const seen = (selector: string) => page.$eval(selector, (one) => one.checkVisibility());
    expect(await seen('h1')).toBe(true);
    expect(await seen('svg.chart')).toBe(true);
    expect(await seen('header nav')).toBe(false);
    await page.emulateMediaType();
  });
});

describe('the sheet for the gate', () => {
  it('is one side of A4, whatever stands on it', async () => {
    for (const path of [
      '/hollowmere/2025-26/sheet/199903',
      '/long-texts/2025-26/sheet/199903',
      '/forty-schools/2025-26/sheet/199920',
    ]) {
      await go(path);
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        expect(pdf.getPageCount(), path).toBe(1);
        const { width, height } = pdf.getPage(0).getSize();
        expect([Math.round(width), Math.round(height)], path).toEqual([595, 842]);
      }
      await page.emulateMediaFeatures([]);
      await page.emulateMediaType('print');
      // Nothing that is cut off: the code stands whole on the sheet.
      expect(
        await page.$eval('.qr', (one) => {
          const [code, sheet] = [one.getBoundingClientRect(), one.closest('.a4')?.getBoundingClientRect()];
          return (
            sheet !== undefined &&
            code.bottom <= sheet.bottom &&
            one.parentElement?.scrollHeight === one.parentElement?.clientHeight
          );
        }),
        path,
      ).toBe(true);
      await page.emulateMediaType();
    }
  });
});
