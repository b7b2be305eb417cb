import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './run-process.ts';

/** Where the Firefox that we download is kept: the library's own folder, so that others' downloads are found too. */
const cache = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');

/** Debian's package for each thing; fonts, so that pages have words to select. */
const packages = {
  chromium: ['chromium', 'fonts-dejavu-core', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
  display: ['xvfb', 'openbox', 'xdotool'],
};

function apt(...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Downloads the Chromium that Playwright is built for, by Playwright's own command. False where it cannot. */
export function downloadChromium(): Promise<boolean> {
  return runScript('playwright-core/cli.js', ['install', 'chromium', '--no-shell'], 5);
}

/** Downloads the present Firefox by Puppeteer's own command, since Playwright's is patched and takes no extension. */
export function downloadFirefox(): Promise<boolean> {
  return runScript('@puppeteer/browsers/lib/main-cli.js', ['install', 'firefox@stable', '--path', cache], 5);
}

/** Browsers downloaded before, newest first: Chrome for Testing or Firefox. */
export function downloadedBrowsers(browser: 'chrome' | 'firefox'): string[] {
  const folder = join(cache, browser);
  if (!existsSync(folder)) return [];
  const inside = {
    chrome: [
      'chrome-linux64/chrome',
      'chrome-win64/chrome.exe',
      ...['arm64', 'x64'].map(
        (cpu) => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      ),
    ],
    firefox: ['firefox/firefox', 'core/firefox.exe', 'Firefox.app/Contents/MacOS/firefox'],
  }[browser];
  return readdirSync(folder)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((build) => inside.map((path) => join(folder, build, path)))
    .filter(existsSync);
}

/** Installs Debian's packages, as root on Debian only. False where that cannot be or did not work. */
export async function installPackages(
  things: readonly (keyof typeof packages)[],
  say: (line: string) => void,
): Promise<boolean> {
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return false;
  const names = [...new Set(things.flatMap((thing) => packages[thing]))];
  say(`Installing Debian's packages: ${names.join(' ')}`);
  // A list that is only partly fetched may still know these packages.
  await apt('update');
  return apt('install', '-y', '--no-install-recommends', ...names);
}
