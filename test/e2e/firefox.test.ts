import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { createDevice } from '../extension/replica/device.ts';
import { findFirefox } from '../tools/browsers.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { joinCluster, press, saveCard, see } from './screens.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-firefox-'));
const build = join(import.meta.dirname, '../../.output/firefox-mv3');
let worker: LocalWorker;
let firefox: Browser;

beforeAll(async () => {
  const found = findFirefox();
  if (!found) throw new Error('Firefox is missing');
  worker = await startLocalWorker({ port: 0, data });
  firefox = await puppeteer.launch({ browser: 'firefox', executablePath: found.path, headless: true });
}, 120_000);

afterAll(async () => {
  await firefox?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true });
});

/** A page of the extension that the extension itself opened: Firefox lets nobody go to its address from outside. */
async function ourPage(path: string): Promise<Page> {
  for (;;) {
    // The page knows where it is; the protocol does not say it for an extension's page.
    for (const page of await firefox.pages()) {
      const here = await page.evaluate(() => location.pathname).catch(() => '');
      if (here === path) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the built extension in Firefox', () => {
  it('is installed, joins, and a record goes both ways', async () => {
    const { replica } = createDevice();
    const founding = { name: 'Kestrel Vale', word: 'cluster', founder: 'Ann Archer', device: 'Elsewhere' } as const;
    expect(await replica.access.create(worker.address, founding, true)).toMatchObject({ ok: true });
    const invited = await replica.access.invite({ role: 'leader', schools: [], uses: 1, days: 1 });
    if (!invited.ok) throw new Error(invited.problem.code);

    await firefox.installExtension(build);
    const welcome = await ourPage('/welcome.html');
    await joinCluster(welcome, { link: invited.value.link, name: 'Fay Fox' });
    await see(welcome, 'You are in Kestrel Vale');

    // The sidebar's document, in a tab.
    await welcome.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { tabs: { create(tab: { url: string }): Promise<unknown> } };
      };
      await browser.tabs.create({ url: '/sidepanel.html' });
    });
    const page = await ourPage('/sidepanel.html');
    await see(page, 'Kestrel Vale');
    await press(page, 'Write a note');
    await saveCard(page, 'Noted in Firefox');
    await see(page, 'In the log');
    await replica.sync.once();
    const entries = await replica.view.entries(10);
    expect(entries.map(({ record }) => record.body?.note)).toEqual(['Noted in Firefox']);

    const words = { passages: [], note: 'Noted elsewhere', tags: [], priorities: [] };
    await replica.outbox.act(saveEvidence, { id: newId(), ...words });
    await replica.sync.once();
    await see(page, 'Noted elsewhere');
  });
});
