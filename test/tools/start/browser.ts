import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../browsers.ts';
import { joinHere, welcomeAddress } from './join-here.ts';

/** The id that the key in wxt.config.ts gives to an unpacked build. */
export const extensionId = 'aeghamcpmljikjpbfgdnkgmebbglhkbh';

/** What to open, and where. */
interface Opening {
  /** The folder of the built extension. */
  extension: string;
  /** The folder in which this browser keeps what it knows. */
  profile: string;
  /** Who joins with which link; nobody, where there is no cluster yet. */
  visitor?: { link: string; name: string };
  /** The page to end on; without a visitor it is the extension's welcome page. */
  page: string;
  /** Called once, when the person closes the browser. */
  onClosed: () => void;
}

/** A browser that is open, or a sentence on why there is none. */
export type Opened = { ok: true; name: string; close(): Promise<void> } | { ok: false; sentence: string };

/** Opens an installed browser with the extension in it, on a page, as a member of the cluster. */
export async function openBrowser(opening: Opening): Promise<Opened> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { ok: false, sentence: 'There is no screen here to open a browser on.' };
  }
  const found = findChromium();
  if (!found || found.branded) {
    const branded = found ?? findChromium({ branded: true });
    return {
      ok: false,
      sentence: branded
        ? 'Google Chrome and Edge take an extension only by hand; a Chromium would open by itself.'
        : 'No Chromium is installed here, or GOLDTHREAD_CHROMIUM does not name one that runs.',
    };
  }
  pinButton(opening.profile);
  forgetBackground(opening.profile);
  let context: BrowserContext;
  try {
    context = await chromium.launchPersistentContext(opening.profile, {
      executablePath: found.path,
      headless: false,
      viewport: null,
      // A person's browser, not a test's: nothing says that it is driven, and we end it ourselves.
      ignoreDefaultArgs: ['--enable-automation', '--disable-extensions', '--disable-component-update'],
      args: [`--disable-extensions-except=${opening.extension}`, `--load-extension=${opening.extension}`],
      chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch {
    return { ok: false, sentence: `${found.path} did not open. Is a window of an earlier start still there?` };
  }
  let closing = false;
  const close = async () => {
    closing = true;
    await context.close().catch(() => undefined);
  };
  try {
    await settle(context, opening);
  } catch {
    if (!(context.browser()?.isConnected() ?? true)) return { ok: false, sentence: 'The browser was closed.' };
    await close();
    return { ok: false, sentence: 'The browser opened, but could not join by itself.' };
  }
  context.once('close', () => {
    if (!closing) opening.onClosed();
  });
  return { ok: true, name: ['Chromium', found.version].filter(Boolean).join(' '), close };
}

/** Joins where that was not done before, and leaves one tab: the page to read. */
async function settle(context: BrowserContext, { visitor, page: address }: Opening): Promise<void> {
  context.setDefaultTimeout(20_000);
  const welcome = welcomeAddress(extensionId);
  const isWelcome = (page: Page) => page.url().startsWith(welcome);
  // The browser installs the extension anew at each start, and the extension then opens its welcome page by itself.
  const own =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 10_000 }).catch(() => undefined));
  const page = own ?? context.pages()[0] ?? (await context.newPage());
  if (!own) await page.goto(welcome);
  if (visitor) {
    await joinHere(page, visitor);
    await page.goto(address);
  } else {
    await page.getByRole('heading').first().waitFor();
  }
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.bringToFront();
}

/** Puts the extension's button into the toolbar of a new profile, where it is one press away. */
function pinButton(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(preferences, JSON.stringify({ extensions: { pinned_extensions: [extensionId] } }));
}

/**
 * Makes the browser read the extension's background from the build: it keeps the script of an unpacked extension whose
 * version has not changed, and would run an older one. What the extension stored is elsewhere and stays.
 */
function forgetBackground(profile: string): void {
  rmSync(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
}
