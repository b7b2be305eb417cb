import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Devices, Issued, Joined, joinLink, newKeys } from '../../shared/cluster/access.ts';
import { editEvidence, saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { fill, openTab, press, sayOwn, see, unfold } from './screens.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-accessibility-'));
let worker: LocalWorker;
let tap: Tap;
let founded: Founded;
let chromium: Chromium;

/** The token of a colleague, who joins without a browser. */
async function ben(): Promise<string> {
  const code = (await founded.link()).split('#')[1];
  const joining = { code, name: 'Ben Baker', device: 'A laptop', keys: newKeys() };
  return (await post(worker.address, 'join', Joined, joining)).token;
}

/** Does something as Ann on her first device, which has no screen here, or as somebody else. */
async function act(name: string, body: unknown, token = founded.joined.token): Promise<void> {
  const groups = [[{ id: newId(), name, body, at: Date.now() }]];
  const { answers } = await post(worker.address, 'actions', Answers, { groups }, token);
  expect(answers, JSON.stringify(answers)).toMatchObject([{ ok: true }]);
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  founded = await foundAt(worker.address);
  chromium = await launchChromium();
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await Promise.all([tap?.close(), worker?.stop()]);
  rmSync(data, { recursive: true, force: true });
});

describe('the checker', () => {
  it('finds a fault where there is one', async () => {
    const page = await chromium.browser.newPage();
    await page.setContent('<title>A page</title><main><img src="x"><p style="color:#999">Pale</p><input></main>');
    const faults = (await faultsOf(page)).join();
    for (const rule of ['image-alt', 'color-contrast', 'label']) expect(faults).toContain(`light, 320: ${rule}`);
    await page.close();
  });
});

let welcome: Page;
let panel: Page;

describe('without a cluster', () => {
  it('the welcome page, folded and unfolded', async () => {
    welcome = await chromium.welcome();
    await see(welcome, 'Join your cluster');
    expect(await faultsOf(welcome)).toEqual([]);
    await unfold(welcome, 'Start a new cluster');
    expect(await faultsOf(welcome)).toEqual([]);
    await fill(welcome, 'Your link or code', 'nothing');
    await press(welcome, 'Go on');
    expect(await faultsOf(welcome)).toEqual([]);
  });

  it('the panel', async () => {
    panel = await chromium.open('sidepanel');
    await see(panel, 'Join or start a cluster');
    expect(await faultsOf(panel)).toEqual([]);
  });
});

describe('on the way in', () => {
  it('every step of the welcome page', async () => {
    await welcome.bringToFront();
    const device = await post(worker.address, 'devices/link', Issued, {}, founded.joined.token);
    await fill(welcome, 'Your link or code', joinLink(tap.address, device.code));
    await press(welcome, 'Go on');
    await see(welcome, 'Yes, only I use it');
    expect(await faultsOf(welcome)).toEqual([]);
    await sayOwn(welcome, true);
    await press(welcome, 'Use this device');
    await see(welcome, 'You are in Kestrel Vale');
    expect(await faultsOf(welcome)).toEqual([]);
    await welcome.reload();
    await see(welcome, 'You are in Kestrel Vale');
    expect(await faultsOf(welcome)).toEqual([]);
  });
});

describe('the log', () => {
  it('empty', async () => {
    await see(panel, 'Nothing yet.');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('with a card in hand', async () => {
    const reading = newId();
    await act(proposePriority.name, { id: reading, title: 'Every child reads' });
    await panel.bringToFront();
    await press(panel, 'Write a note');
    await panel.waitForSelector('form.card textarea');
    await see(panel, 'Every child reads');
    expect(await faultsOf(panel)).toEqual([]);
    const exact = 'Ten minutes a day, read aloud.';
    await act(saveEvidence.name, {
      id: newId(),
      passages: [{ exact, prefix: '', suffix: '', start: 0, end: exact.length }],
      source: { url: 'https://example.org/reading', title: 'Reading aloud' },
      note: 'Try it in Year 3',
      tags: ['fluency'],
      priorities: [reading],
      stance: 'supports',
    });
    await see(panel, 'Try it in Year 3');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('with an entry that is edited, its history, offline, and a change that was refused', async () => {
    const id = newId();
    await act(saveEvidence.name, { id, passages: [], note: 'The first words', tags: [], priorities: [] });
    await see(panel, 'The first words');
    await press(panel, 'Edit');
    await panel.waitForSelector('form.edit-entry textarea');
    expect(await faultsOf(panel)).toEqual([]);
    await tap.shut();
    await panel.locator('form.edit-entry textarea').fill('Words from the browser');
    await press(panel, 'Save changes');
    await see(panel, 'Offline');
    await press(panel, 'History');
    await see(panel, 'cannot be reached just now');
    expect(await faultsOf(panel)).toEqual([]);
    await act(editEvidence.name, { id, rev: 1, note: 'Words from the laptop' });
    await tap.open();
    await see(panel, 'Your change was not accepted.');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('with what is looked for, found or not, and what is new', async () => {
    await panel.reload();
    await see(panel, 'Try it in Year 3');
    await press(panel, 'Filter');
    await see(panel, 'Withdrawn entries too');
    await press(panel, 'Every child reads');
    await see(panel, '1 found');
    expect(await faultsOf(panel)).toEqual([]);
    await panel.locator('input[type=search]').fill('nothing of the kind');
    await see(panel, 'Nothing in the log is like that.');
    expect(await faultsOf(panel)).toEqual([]);
    await press(panel, 'Show the whole log');
    await act(
      saveEvidence.name,
      { id: newId(), passages: [], note: 'Ben’s news', tags: [], priorities: [] },
      await ben(),
    );
    await see(panel, '1 new since');
    await see(panel, 'Ben’s news');
    expect(await faultsOf(panel)).toEqual([]);
    await press(panel, 'Filter');
  });
});

describe('the second tab', () => {
  it('folded, and with everything in it unfolded', async () => {
    await openTab(panel, 'Cluster');
    await see(panel, 'Your devices');
    expect(await faultsOf(panel)).toEqual([]);
    const summaries = await panel.$$('details:not([open]) > summary');
    expect(summaries.length).toBeGreaterThan(3);
    for (const summary of summaries) await summary.evaluate((one) => one.click());
    await see(panel, 'Add a device');
    await see(panel, 'this one');
    expect(await faultsOf(panel)).toEqual([]);
  });
});

describe('a device that was removed', () => {
  it('the panel and the welcome page', async () => {
    const answer = await fetch(`${worker.address}/api/devices`, {
      headers: { authorization: `Bearer ${founded.joined.token}`, 'goldthread-protocol': '1' },
    });
    const { devices } = Devices.parse(await answer.json());
    const here = devices.find(({ current }) => !current);
    expect(here).toBeDefined();
    await founded.revoke(here?.id ?? '');
    await see(panel, 'removed');
    expect(await faultsOf(panel)).toEqual([]);
    await welcome.reload();
    await see(welcome, 'Join another cluster');
    expect(await faultsOf(welcome)).toEqual([]);
  });
});
