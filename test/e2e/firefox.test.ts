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

/** The page that the extension opens by itself: Firefox lets nobody go to its address from outside. */
async function welcomePage(): Promise<Page> {
  for (;;) {
    const pages = await firefox.pages();
    const welcome = pages.find((page) => page.url().endsWith('/welcome.html'));
    if (welcome) return welcome;
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
    const page = await welcomePage();
    await joinCluster(page, { link: invited.value.link, name: 'Fay Fox' });
    await see(page, 'You are in Kestrel Vale');

    // The sidebar's document, shown in this tab.
    await page.evaluate(() => location.assign('/sidepanel.html'));
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
