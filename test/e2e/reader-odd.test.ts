import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileLinks, makeEndlessPdf, makeHostilePdf, makeNamedCMapPdf } from '../tools/pdf-odd.ts';
import { type Alone, startAlone } from './alone.ts';
import { type Files, startFiles } from './files.ts';
import { until } from './highlights.ts';
import { pageText } from './reader-pages.ts';
import { press, see } from './screens.ts';

let alone: Alone;
let files: Files;
/** A site that notes who comes to it. */
let web: Server;
const came: string[] = [];

beforeAll(async () => {
  [alone, files] = await Promise.all([startAlone(), startFiles()]);
  web = createServer((request, response) => {
    came.push(`${request.url} ${request.headers.referer ?? ''}`);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Elsewhere</p>');
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  web?.close();
  web?.closeAllConnections();
  await Promise.all([alone?.close(), files?.close()]);
});

/** Opens a PDF in the browser's own viewer and presses the button. */
async function openByButton(path: string, before?: (tab: Page) => void): Promise<Page> {
  const tab = await alone.chromium.browser.newPage();
  tab.setDefaultTimeout(30_000);
  before?.(tab);
  await tab.goto(`${files.address}${path}`);
  await alone.chromium.pressButton(tab);
  await tab.waitForSelector('.page .textLayer');
  return tab;
}

/** A point of the first page, by how high it is; points from its foot. */
const pointAt = (tab: Page, up: number) =>
  tab.$eval(
    '.page',
    (one, points) => {
      one.scrollIntoView({ block: 'end' });
      const { left, width, bottom, height } = one.getBoundingClientRect();
      return { x: left + width * 0.3, y: bottom - (height * points) / 842 };
    },
    up,
  );

describe('a file that means harm', () => {
  let page: Page;
  const acted: string[] = [];
  const spoofed = () => `http://www.gov.uk@127.0.0.1:${(web.address() as AddressInfo).port}/elsewhere`;
  const plain = () => spoofed().replace('www.gov.uk@', '');

  it('is read, and nothing in it acts by itself', async () => {
    files.set('/hostile.pdf', await makeHostilePdf(['Words that can be read.'], spoofed()));
    page = await openByButton('/hostile.pdf', (tab) => {
      tab.on('dialog', (dialog) => {
        acted.push(dialog.message());
        void dialog.dismiss();
      });
      tab.on('pageerror', (error) => acted.push(String(error)));
      tab.on('request', (request) => {
        if (request.url().includes('evil')) acted.push(request.url());
      });
    });
    await page.waitForSelector(`${pageText(1)} span`);
    await see(page, '<img src=x onerror=alert(1)>');
    expect(await page.$('.annotationLayer input, .annotationLayer textarea')).toBeNull();
  });

  it('has links that lead to the web, and no others that lead out of it', async () => {
    await page.waitForSelector('.annotationLayer a');
    const links = await page.$$eval('.annotationLayer a', (all) =>
      all.flatMap(({ href, target, rel, title }) => (target ? [{ href, target, rel, title }] : [])),
    );
    expect(links).toEqual([{ href: plain(), target: '_blank', rel: 'noopener noreferrer', title: plain() }]);
    const others = await page.$$eval('.annotationLayer a:not([target])', (all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    );
    expect(others.filter((href) => href !== '' && !href.startsWith('#'))).toEqual([]);
  });

  it('does nothing where another link is pressed, by mouse or by key', async () => {
    const tabs = (await alone.chromium.browser.pages()).length;
    const here = page.url();
    for (const [name, up] of Object.entries(hostileLinks)) {
      if (name === 'web') continue;
      const { x, y } = await pointAt(page, up + 15);
      await page.mouse.click(x, y);
    }
    for (const link of await page.$$('.annotationLayer a:not([target])')) {
      await link.focus();
      await page.keyboard.press('Enter');
    }
    expect(page.url().split('#')[0]).toBe(here.split('#')[0]);
    expect((await alone.chromium.browser.pages()).length).toBe(tabs);
    expect(acted).toEqual([]);
    expect(came).toEqual([]);
  });

  it('shows where a link to the web leads before it is followed, then opens it in a tab that knows nothing of it', async () => {
    const { x, y } = await pointAt(page, hostileLinks.web + 15);
    await page.mouse.move(x, y);
    await see(page, `Opens in a new tab: ${plain()}`);
    const opened = alone.chromium.browser.waitForTarget((one: Target) => one.url() === plain(), { timeout: 30_000 });
    await page.mouse.click(x, y);
    const other = await (await opened).asPage();
    expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    expect(came.filter((one) => one.startsWith('/elsewhere'))).toEqual(['/elsewhere ']);
    await other.close();
    await page.close();
  });
});

describe('a file whose pages lead back to themselves', () => {
  it('ends in a sentence', async () => {
    files.set('/endless.pdf', await makeEndlessPdf());
    const tab = await alone.chromium.browser.newPage();
    await tab.goto(`${files.address}/endless.pdf`);
    await alone.chromium.pressButton(tab);
    await see(tab, 'This file is damaged');
    await tab.close();
  });
});

describe('a file in letters of which it only names the encoding', () => {
  it('gives its text in Chinese, Japanese and Korean, by what comes with the extension', async () => {
    const words = [
      { cmap: 'GBK-EUC-H', order: 'GB1', hex: 'D1A7D0A3' },
      { cmap: '90ms-RKSJ-H', order: 'Japan1', hex: '8A778D5A' },
      { cmap: 'KSCms-UHC-H', order: 'Korea1', hex: 'C7D0B1B3' },
      { cmap: 'ETen-B5-H', order: 'CNS1', hex: 'BEC7AED5' },
    ];
    files.set('/asia.pdf', await makeNamedCMapPdf(words));
    const page = await openByButton('/asia.pdf');
    await until('its words are there', async () => {
      const said = await page.$eval(pageText(1), (layer) => layer.textContent ?? '').catch(() => '');
      return ['学校', '学校', '학교', '學校'].every((word) => said.includes(word));
    });
    await press(page, 'Search');
    await page.waitForSelector('input[aria-label="Words to find"]');
    await page.type('input[aria-label="Words to find"]', '학교');
    await see(page, '1 of 1');
    await page.close();
  });
});
