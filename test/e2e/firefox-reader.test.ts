import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../tools/browsers.ts';
import { type Display, startDisplay } from '../tools/display.ts';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { type Files, startFiles } from './files.ts';
import { until } from './highlights.ts';
import { press, see } from './screens.ts';

const build = join(import.meta.dirname, '../../.output/firefox-mv3');
let display: Display;
let files: Files;
let firefox: Browser;
let page: Page;

beforeAll(async () => {
  const found = findFirefox();
  if (!found) throw new Error('Firefox is missing');
  [display, files] = await Promise.all([startDisplay(), startFiles()]);
  for (const [path, words] of [
    ['/first.pdf', 'Words of the first.'],
    ['/second.pdf', 'Words of the second.'],
    ['/third', 'Words of the third.'],
  ] as const) {
    files.set(path, await makePdf([{ lines: paragraphs([words]) }]));
  }
  firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: false,
    defaultViewport: null,
    env: display.env,
    // What is asked for is given, in place of a person who says so in the browser's own window.
    extraPrefsFirefox: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  await firefox.installExtension(build);
  // It opens its own page first, which would come to the front later.
  await until('the welcome page is there', async () => (await hrefs()).some((one) => one.endsWith('/welcome.html')));
  page = await firefox.newPage();
}, 120_000);

afterAll(async () => {
  await firefox?.close();
  await Promise.all([display?.close(), files?.close()]);
});

/** The protocol does not say where an extension's page is; the page does. */
const hrefOf = (one: Page) => one.evaluate(() => location.href).catch(() => '');
const hrefs = async () => Promise.all((await firefox.pages()).map(hrefOf));

/** Opens a PDF in Firefox's own viewer and presses the shortcut, with real keys. */
async function openByKeys(path: string): Promise<void> {
  await page.goto(`${files.address}${path}`);
  await page.waitForSelector('#viewer .page');
  await page.bringToFront();
  await display.activate(firefox.process()?.pid ?? 0);
  await until('it is in the reader', async () => {
    await display.key('alt+shift+g');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return (await hrefOf(page)).includes('/reader.html');
  });
}

describe('in Firefox, a PDF', () => {
  it('goes from its viewer to ours by one press, which asks for a site that is not known', async () => {
    await openByKeys('/first.pdf');
    expect(await hrefOf(page)).toContain(encodeURIComponent('/first.pdf'));
    await see(page, 'This file is at 127.0.0.1.');
    await press(page, 'Allow 127.0.0.1');
    await see(page, 'Words of the first.');
  });

  it('is read at once where access to its site lasts', async () => {
    await openByKeys('/second.pdf');
    await see(page, 'Words of the second.');
  });

  it('is known there by the viewer that holds it, whatever its address', async () => {
    await openByKeys('/third');
    await see(page, 'Words of the third.');
  });
});
