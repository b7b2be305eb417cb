import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Devices } from '../../shared/cluster/access.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium, newProfile } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { joinCluster, openTab, press, saveCard, see, seeGone, textOf, unfold } from './screens.ts';
import { everythingStored } from './stored.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-shared-'));
const profile = newProfile();
let worker: LocalWorker;
let tap: Tap;
let cluster: Founded;
let chromium: Chromium;

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  cluster = await foundAt(worker.address);
  chromium = await launchChromium({ profile });
}, 120_000);

afterAll(async () => {
  await chromium?.close().catch(() => undefined);
  await Promise.all([tap?.close(), worker?.stop()]);
  for (const folder of [data, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Joins as somebody on a device that others use too, and opens the panel. */
async function joinHere(name: string): Promise<Page> {
  const link = (await cluster.link()).replace(worker.address, tap.address);
  const welcome = await chromium.welcome();
  await welcome.bringToFront();
  await joinCluster(welcome, { link, name, own: false });
  await see(welcome, 'You are in Kestrel Vale');
  const panel = await chromium.open('sidepanel');
  await see(panel, 'Kestrel Vale');
  return panel;
}

/** Writes a note without a page. */
async function write(panel: Page, note: string): Promise<void> {
  await press(panel, 'Write a note');
  await saveCard(panel, note);
  await see(panel, note);
}

describe('a device that others use too', () => {
  it('works like any other while its browser is open', async () => {
    const panel = await joinHere('Ben Baker');
    await write(panel, 'Seen in the corridor');
    await see(panel, 'In the log');
    await press(panel, 'Write a note');
    await panel.locator('form.card textarea').fill('Half a thought');
    await expect.poll(() => everythingStored(panel)).toContain('Half a thought');
    const stored = await everythingStored(panel);
    for (const words of ['Seen in the corridor', 'Kestrel Vale', 'Ann Archer']) expect(stored).toContain(words);
  });

  it('holds nothing of the cluster once its browser was closed', async () => {
    await chromium.close();
    chromium = await launchChromium({ profile });
    // None of our pages has run yet but the one that opens by itself.
    const welcome = await chromium.welcome();
    await see(welcome, 'Join your cluster');
    await expect.poll(() => everythingStored(welcome)).toBe('[]');
    const panel = await chromium.open('sidepanel');
    await see(panel, 'Join or start a cluster');
    for (const page of [welcome, panel]) expect(await textOf(page)).not.toMatch(/Kestrel|Ben|corridor|thought/);
    await panel.close();
  });

  it('offers what is unsent before it is left, and holds nothing afterwards', async () => {
    const panel = await joinHere('Cara Cole');
    await tap.shut();
    await write(panel, 'Not sent yet');
    await see(panel, 'On this device');
    await openTab(panel, 'Cluster');
    await unfold(panel, 'Leave this device');
    await see(panel, '1 entry is only on this device, and would be lost.');
    await press(panel, 'Send first');
    await see(panel, 'The cluster cannot be reached just now.');
    await press(panel, 'Leave this device');
    await see(panel, 'Leave without 1 entry that is only here?');
    await press(panel, 'Stay');
    await tap.open();
    await press(panel, 'Send first');
    await seeGone(panel, 'only on this device');
    await press(panel, 'Leave this device');
    await see(panel, 'Nothing is unsent.');
    await press(panel, 'Leave');
    await see(panel, 'Join or start a cluster');
    expect(await everythingStored(panel)).toBe('[]');
    await see(await chromium.welcome(), 'Join your cluster');
    await see(await joinHere('Dev Dara'), 'Not sent yet');
  });

  it('is told of at the cluster, which lets it in no more', async () => {
    const answer = await fetch(`${worker.address}/api/devices`, {
      headers: { authorization: `Bearer ${cluster.joined.token}`, 'goldthread-protocol': '1' },
    });
    const { devices } = Devices.parse(await answer.json());
    // Ann's own and Dev's, and Ben's: he closed the browser without a word. Cara took her leave.
    expect(devices.map(({ member }) => member)).toHaveLength(3);
  });
});
