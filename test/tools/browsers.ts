import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { downloadChromium, downloadedBrowsers, downloadFirefox, installPackages } from './fetch.ts';

/** A program that was found on this machine. */
export interface Program {
  path: string;
  /** As the program itself says, for example `156.0.8078.79`; empty where it does not say (Windows). */
  version: string;
  /** How it came to be used: the name of the variable that points to it, `installed` or `downloaded`. */
  from: string;
}

/** A Chromium. A branded one (Google Chrome, Microsoft Edge) ignores `--load-extension`. */
export interface Chromium extends Program {
  branded: boolean;
}

/** What keys and menus of a real screen need; Linux only. */
export interface DisplayTools {
  xvfb: string;
  openbox: string;
  xdotool: string;
}

/** What tests and `npm start` may ask for. */
export interface Things {
  chromium: Chromium;
  firefox: Program;
  display: DisplayTools;
}
export type Thing = keyof Things;

/** What was found, or a sentence for a person on what to do about what was not. */
export type Ensured<T extends Thing> = { ok: true; found: Pick<Things, T> } | { ok: false; sentence: string };

const windows = process.platform === 'win32';
const mac = process.platform === 'darwin';

/** Where the system looks for a command, or `undefined`. */
function onPath(command: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, windows ? `${command}.exe` : command);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** Asks a browser for its version. `undefined` where it cannot run, for example for want of a library. */
function versionText(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  // On Windows `--version` opens a window and prints nothing.
  if (windows) return '';
  try {
    return execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 30_000 }).toString();
  } catch {
    return undefined;
  }
}

function program(path: string | undefined, from: string): (Program & { text: string }) | undefined {
  const text = path && versionText(path);
  if (!path || text === undefined) return undefined;
  return { path, version: /\d+(\.\d+)+/.exec(text)?.[0] ?? '', from, text };
}

function asChromium(path: string | undefined, from: string): Chromium | undefined {
  const found = program(path, from);
  if (!found) return undefined;
  const { text, ...rest } = found;
  const name = text || rest.path;
  const branded =
    /chrome|edge/i.test(name) && !/chromium|for[ -]testing|chrome-(linux|mac|win)/i.test(name + rest.path);
  return { ...rest, branded };
}

/** Installed places, best first, from folders that differ by system. */
function installed(commands: string[], macApps: string[], windowsPaths: string[]): (string | undefined)[] {
  if (mac) {
    return macApps.flatMap((app) => ['/Applications', join(homedir(), 'Applications')].map((base) => join(base, app)));
  }
  if (windows) {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return windowsPaths.flatMap((path) => bases.filter((base) => base !== undefined).map((base) => join(base, path)));
  }
  return commands.map(onPath);
}

const first = <T>(makers: (() => T | undefined)[]): T | undefined => {
  for (const make of makers) {
    const made = make();
    if (made) return made;
  }
  return undefined;
};

/**
 * Finds a Chromium that loads an unpacked extension: the one that GOLDTHREAD_CHROMIUM names, one downloaded by the test
 * library, Chrome for Testing, the system's own. With `branded`, Google Chrome or Edge will do as a last resort.
 */
export function findChromium(options: { branded?: boolean } = {}): Chromium | undefined {
  const named = process.env.GOLDTHREAD_CHROMIUM;
  if (named) return asChromium(named, 'GOLDTHREAD_CHROMIUM');
  const unbranded = installed(
    ['chrome-for-testing', 'google-chrome-for-testing', 'chromium', 'chromium-browser'],
    ['Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'Chromium.app/Contents/MacOS/Chromium'],
    ['Chromium/Application/chrome.exe'],
  );
  const brandedOnes = installed(
    ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
    ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  );
  return first([
    () => asChromium(chromium.executablePath(), 'downloaded'),
    ...downloadedBrowsers('chrome').map((path) => () => asChromium(path, 'downloaded')),
    ...unbranded.map((path) => () => {
      const found = asChromium(path, 'installed');
      return found?.branded ? undefined : found;
    }),
    ...(options.branded ? brandedOnes.map((path) => () => asChromium(path, 'installed')) : []),
  ]);
}

/** Finds a Firefox: the one that GOLDTHREAD_FIREFOX names, an installed one, or one downloaded before. */
export function findFirefox(): Program | undefined {
  const named = process.env.GOLDTHREAD_FIREFOX;
  const asFirefox = (path: string | undefined, from: string): Program | undefined => {
    const found = program(path, from);
    return found && { path: found.path, version: found.version, from };
  };
  if (named) return asFirefox(named, 'GOLDTHREAD_FIREFOX');
  const places = installed(
    ['firefox-esr', 'firefox', 'firefox-devedition', 'firefox-nightly'],
    ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map((app) => `${app}.app/Contents/MacOS/firefox`),
    ['Mozilla Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map((folder) => `${folder}/firefox.exe`),
  );
  return first([
    ...places.map((path) => () => asFirefox(path, 'installed')),
    ...downloadedBrowsers('firefox').map((path) => () => asFirefox(path, 'downloaded')),
  ]);
}

/** Finds the virtual display's three programs, all or none. */
export function findDisplayTools(): DisplayTools | undefined {
  const [xvfb, openbox, xdotool] = ['Xvfb', 'openbox', 'xdotool'].map(onPath);
  return xvfb && openbox && xdotool ? { xvfb, openbox, xdotool } : undefined;
}

const find: { [T in Thing]: () => Things[T] | undefined } = {
  chromium: () => findChromium(),
  firefox: findFirefox,
  display: findDisplayTools,
};

const describe = (thing: Program | DisplayTools): string =>
  'path' in thing
    ? [thing.path, thing.version, `(${thing.from})`].filter(Boolean).join(' ')
    : Object.values(thing).join(', ');

const advice: { [T in Thing]: string } = {
  chromium:
    'Chromium is missing. Install it (not Google Chrome, which loads no unpacked extension for a test), or set GOLDTHREAD_CHROMIUM to its path.',
  firefox: 'Firefox is missing. Install it, or set GOLDTHREAD_FIREFOX to its path.',
  display: 'The virtual display is missing. Install the packages xvfb, openbox and xdotool.',
};

/**
 * Finds what is wanted and fetches what is missing: by the test libraries' downloads, then as Debian's packages where
 * we are root. Says in one line each what is used and where it came from.
 */
export async function ensure<T extends Thing>(
  wanted: readonly T[],
  say: (line: string) => void = console.log,
): Promise<Ensured<T>> {
  const download = { chromium: downloadChromium, firefox: downloadFirefox, display: async () => false };
  const fetched = new Set<Thing>();
  const missing = () => wanted.filter((thing) => !find[thing]());
  for (const thing of missing()) {
    if (named(thing)) continue;
    if (thing !== 'display') say(`${thing}: not installed; trying the download of the test library`);
    if (await download[thing]()) fetched.add(thing);
  }
  const stillMissing = missing().filter((thing) => !named(thing));
  if (stillMissing.length > 0 && (await installPackages(stillMissing, say))) {
    for (const thing of stillMissing) fetched.add(thing);
  }
  const found: Partial<Things> = {};
  const problems: string[] = [];
  for (const thing of wanted) {
    const program = find[thing]();
    if (program) {
      found[thing] = program;
      say(`${thing}: ${describe(program)}${fetched.has(thing) ? ', fetched just now' : ''}`);
    } else {
      const variable = named(thing);
      problems.push(variable ? `${variable} does not name a program that runs.` : advice[thing]);
    }
  }
  return problems.length > 0
    ? { ok: false, sentence: problems.join(' ') }
    : { ok: true, found: found as Pick<Things, T> };
}

/** The variable by which the owner has named this program; then nothing is fetched behind their back. */
function named(thing: Thing): string | undefined {
  const variable = { chromium: 'GOLDTHREAD_CHROMIUM', firefox: 'GOLDTHREAD_FIREFOX', display: '' }[thing];
  return process.env[variable] ? variable : undefined;
}
