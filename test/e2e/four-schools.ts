import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium, newProfile } from './chromium.ts';

/** The four schools of the walk, as a coordinator has them in a spreadsheet, with a line that is no school. */
export const schoolSheet = [
  'URN\tSchool name\tHead',
  '100001\tAsh Lane Primary School\tH. Hill',
  '100002\tOak Road Academy\tI. Innes',
  '100003\tElm Grove School\tJ. Jones',
  '100004\tRowan Park High\tK. Kaur',
  '100002\tOak Road again\t',
  'Kestrel Vale cluster\t\t',
].join('\n');

/** The heads, by first name, and their schools. Kim has no extension. */
export const schools = {
  Hana: 'Ash Lane Primary School',
  Ivo: 'Oak Road Academy',
  Jo: 'Elm Grove School',
  Kim: 'Rowan Park High',
};

/** Their figures of one year, copied from a spreadsheet. */
export const firstSheet = [
  '2022/23\tAsh Lane Primary\t100002\tElm Grove\tRowan Park High\tNational',
  'Persistent absence (%)\t22.1%\t18.4\t21\t26%\t21.2%',
  'Reading at the expected standard\t70%\t61.5%\t–\t58%\t73%',
].join('\n');

/** The figure of each school in a later year. */
export const laterSheet = (year: string, figures: readonly string[]): string =>
  [
    '\tYear\tAsh Lane Primary School\tOak Road Academy\tElm Grove School\tRowan Park High',
    ['Persistent absence (%)', year, ...figures].join('\t'),
  ].join('\n');

/** Who plays in the walk. */
export interface FourSchools {
  worker: LocalWorker;
  /** The browser of Ann, who coordinates. */
  hers: Chromium;
  /** A page without the extension in a context of its own, the size of a phone. */
  phone: Page;
  /** Starts the browser of a head, with the extension and what it kept from the last time, until that was done. */
  visit(head: string, what: (chromium: Chromium) => Promise<void>): Promise<void>;
  /** The same, and it stays open. */
  stay(head: string): Promise<Chromium>;
  close(): Promise<void>;
}

/** Makes the page a phone again after it was looked at in other sizes. */
export const asPhone = (page: Page) => page.setViewport({ width: 360, height: 740 });

/** Starts a Worker with nothing in it, and Ann’s browser. Heads come one after the other: there are few browsers at once. */
export async function startFourSchools(): Promise<FourSchools> {
  const data = mkdtempSync(join(tmpdir(), 'goldthread-four-'));
  const profiles = new Map<string, string>();
  const staying: Chromium[] = [];
  const profileOf = (head: string) => {
    const profile = profiles.get(head) ?? newProfile();
    profiles.set(head, profile);
    return profile;
  };
  const [worker, hers] = await Promise.all([startLocalWorker({ port: 0, data }), launchChromium()]);
  const phone = await (await hers.browser.createBrowserContext()).newPage();
  phone.setDefaultTimeout(30_000);
  await asPhone(phone);
  return {
    worker,
    hers,
    phone,
    async visit(head, what) {
      const chromium = await launchChromium({ profile: profileOf(head) });
      try {
        await what(chromium);
      } finally {
        await chromium.close();
      }
    },
    async stay(head) {
      const chromium = await launchChromium({ profile: profileOf(head) });
      staying.push(chromium);
      return chromium;
    },
    async close() {
      await Promise.all([hers, ...staying].map((chromium) => chromium.close()));
      await worker.stop();
      for (const folder of [data, ...profiles.values()]) {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
