import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Page as Changes } from '../../shared/sync.ts';
import { post, Refused } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { joinCluster, openTab, press, saveCard, see, textOf, unfold } from './screens.ts';
import { everythingStored } from './stored.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-revoked-'));
const downloads = mkdtempSync(join(tmpdir(), 'goldthread-downloads-'));
let worker: LocalWorker;
let tap: Tap;
let cluster: Founded;
let ann: Chromium;
let ben: Chromium;
let annPanel: Page;
let benPanel: Page;
let benToken: string;

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  cluster = await foundAt(worker.address);
  [ann, ben] = await Promise.all([launchChromium(), launchChromium()]);
}, 120_000);

afterAll(async () => {
  await Promise.all([ann, ben].map((chromium) => chromium?.close().catch(() => undefined)));
  await Promise.all([tap?.close(), worker?.stop()]);
  for (const folder of [data, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function write(panel: Page, note: string): Promise<void> {
  await press(panel, 'Write a note');
  await saveCard(panel, note);
  await see(panel, note);
}

/** What the Worker says to a device's token. */
const answerTo = (token: string): Promise<string> =>
  post(worker.address, 'changes', Changes, { after: 0 }, token).then(
    () => 'let in',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

describe('a device that a coordinator removes', () => {
  it('has been let in, and has something that nobody else has', async () => {
    await joinCluster(await ann.welcome(), { link: await cluster.link('coordinator'), name: 'Eve Ellis' });
    annPanel = await ann.open('sidepanel');
    await write(annPanel, 'For the cluster’s eyes');
    const link = (await cluster.link()).replace(worker.address, tap.address);
    await joinCluster(await ben.welcome(), { link, name: 'Ben Baker', device: 'Ben’s tablet' });
    benPanel = await ben.open('sidepanel');
    await see(benPanel, 'For the cluster’s eyes');
    // What Ben saves now stays on the way; the live socket is open all the while.
    tap.hold('POST /api/actions');
    await write(benPanel, 'Saved and not sent');
    await see(benPanel, 'On this device');
    await press(benPanel, 'Write a note');
    await benPanel.locator('form.card textarea').fill('Half a thought');
    await expect.poll(() => everythingStored(benPanel)).toContain('Half a thought');
    benToken = /"token":"([^"]+)"/.exec(await everythingStored(benPanel))?.[1] ?? '';
    expect(await answerTo(benToken)).toBe('let in');
  });

  it('says so at once, in the open panel', async () => {
    await openTab(annPanel, 'Cluster');
    await unfold(annPanel, 'Your devices');
    await press(annPanel, 'Remove Ben’s tablet');
    await press(annPanel, 'Remove it');
    await see(benPanel, 'This device was removed');
    // The word came over the live socket: whatever else Ben's browser sends is still held back.
    expect(await textOf(benPanel)).not.toMatch(/For the cluster|Saved and not sent|Half a thought/);
  });

  it('is refused by the Worker', async () => {
    expect(await answerTo(benToken)).toBe('device-revoked');
  });

  it('keeps only what its owner wrote and nobody else has', async () => {
    const stored = await everythingStored(benPanel);
    expect(stored).toContain('Saved and not sent');
    expect(stored).toContain('Half a thought');
    for (const gone of ['For the cluster’s eyes', 'Eve Ellis', 'Ann Archer', 'Kestrel Vale', benToken]) {
      expect(stored).not.toContain(gone);
    }
  });

  it('offers that as text', async () => {
    await see(benPanel, '2 entries are only here.');
    const browser = await ben.browser.target().createCDPSession();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await press(benPanel, 'Save as a file');
    const text = () => {
      try {
        return readFileSync(join(downloads, 'goldthread-unsent.txt'), 'utf8');
      } catch {
        return '';
      }
    };
    await expect.poll(text, { timeout: 30_000 }).toContain('Saved and not sent');
    expect(text()).toContain('Half a thought');
    await press(benPanel, 'Copy as text');
    await see(benPanel, 'Copied');
  });

  it('holds nothing once it is cleared, and can join again', async () => {
    await press(benPanel, 'Clear this device');
    await see(benPanel, 'What is only here goes with it.');
    await press(benPanel, 'Clear it');
    await see(benPanel, 'Join or start a cluster');
    await expect.poll(() => everythingStored(benPanel)).toBe('[]');
    const welcome = await ben.welcome();
    await welcome.bringToFront();
    await joinCluster(welcome, { link: await cluster.link(), name: 'Ben Baker' });
    await see(benPanel, 'For the cluster’s eyes');
  });
});
