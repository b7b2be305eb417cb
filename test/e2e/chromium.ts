import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { findChromium } from '../tools/browsers.ts';
import type { Display } from '../tools/display.ts';

/** The built extension. */
export const extensionBuild = join(import.meta.dirname, '../../.output/chrome-mv3');

/** The id that the key in the manifest gives an unpacked build. */
export const extensionId = 'aeghamcpmljikjpbfgdnkgmebbglhkbh';

/** Where a window stands on the screen. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Options {
  /** A screen for real keys and menus; without one the browser is headless. */
  display?: Display;
  place?: Place;
  /** A profile to come back to; without one it is new, and gone afterwards. */
  profile?: string;
  /** A browser in which nothing was installed. */
  bare?: boolean;
  /** A build of the extension other than the usual one. */
  build?: string;
  /** Flags besides the usual ones. */
  args?: string[];
}

/** A real Chromium with the built extension in it. */
export interface Chromium {
  browser: Browser;
  process: ChildProcess | null;
  /** A page of the extension in a tab. */
  open(page: 'welcome' | 'sidepanel' | 'log'): Promise<Page>;
  /** The welcome page that the extension opens by itself when it is installed. */
  welcome(): Promise<Page>;
  /** The real side panel, once something has opened it. */
  panel(): Promise<Page>;
  /** The toolbar button, pressed while this page is in front. */
  pressButton(page: Page): Promise<void>;
  /** Ends the background as the browser does when it has been idle. */
  killBackground(): Promise<void>;
  /** Ends the browser in order, and with it a profile that was only made for it. */
  close(): Promise<void>;
  /** Kills the browser: no page of it hears of it. */
  kill(): Promise<void>;
}

/** A new folder for a profile. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'goldthread-profile-'));

const address = (page: string) => `chrome-extension://${extensionId}/${page}.html`;

/** Starts Chromium with the extension. */
export async function launchChromium({
  display,
  place,
  profile,
  build = extensionBuild,
  bare,
  args = [],
}: Options = {}): Promise<Chromium> {
  const found = findChromium();
  if (!found) throw new Error('Chromium is missing');
  const folder = profile ?? newProfile();
  const { x = 0, y = 0, width = 1200, height = 800 } = place ?? {};
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: found.path,
    headless: !display,
    pipe: true,
    ...(!bare && { enableExtensions: [build] }),
    userDataDir: folder,
    defaultViewport: null,
    ...(display && { env: display.env }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--window-position=${x},${y}`,
      `--window-size=${width},${height}`,
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      ...args,
    ],
  });
  const pageAt = async (url: string): Promise<Page> => {
    const isThere = (target: Target) => target.url().startsWith(url);
    const target = browser.targets().find(isThere) ?? (await browser.waitForTarget(isThere, { timeout: 30_000 }));
    const page = await target.asPage();
    page.setDefaultTimeout(30_000);
    return page;
  };
  const gone = () => {
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    browser,
    process: browser.process(),
    async open(page) {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(30_000);
      await tab.goto(address(page));
      return tab;
    },
    welcome: () => pageAt(address('welcome')),
    panel: () => pageAt(address('sidepanel')),
    async pressButton(page) {
      const extension = (await browser.extensions()).get(extensionId);
      if (!extension) throw new Error('The extension is not installed');
      await extension.triggerAction(page);
    },
    async killBackground() {
      const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().includes(extensionId);
      const worker = await browser.targets().find(isWorker)?.worker();
      await worker?.close();
    },
    async close() {
      await browser.close();
      gone();
    },
    async kill() {
      const child = browser.process();
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
      gone();
    },
  };
}
