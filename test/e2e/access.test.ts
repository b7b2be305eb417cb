import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Joined, newKeys } from '../../shared/cluster/access.ts';
import { newClusterId, newSecret } from '../../shared/ids.ts';
import { clusterRows } from '../extension/replica/cluster-rows.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import {
  alerted,
  fill,
  joinCluster,
  openTab,
  press,
  sayOwn,
  see,
  seeGone,
  typedIn,
  unfold,
  unfoldLast,
} from './screens.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-access-'));
const closedData = mkdtempSync(join(tmpdir(), 'goldthread-access-closed-'));
const codeField = 'Your link or code';
let worker: LocalWorker;
let closed: LocalWorker;
let tap: Tap;
let cluster: Founded;
let expired: string;
const browsers: Chromium[] = [];

/** A browser that has joined nothing, on its welcome page. */
async function newcomer(): Promise<{ chromium: Chromium; welcome: Page }> {
  const chromium = await launchChromium();
  browsers.push(chromium);
  return { chromium, welcome: await chromium.welcome() };
}

/** Lets every invitation of a stopped Worker run out a moment ago. */
function letRunOut(): void {
  for (const file of globSync(join(data, 'v3/do/*/*.sqlite'))) {
    const db = new DatabaseSync(file);
    if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'credentials'").get()) {
      db.prepare("UPDATE credentials SET expires = ? WHERE kind = 'invitation'").run(Date.now() - 1000);
    }
    db.close();
  }
}

beforeAll(async () => {
  const before = await startLocalWorker({ port: 0, data });
  cluster = await foundAt(before.address);
  expired = (await cluster.link()).replace(/.*#/, '');
  await before.stop();
  letRunOut();
  worker = await startLocalWorker({ port: Number(new URL(before.address).port), data });
  closed = await startLocalWorker({ port: 0, data: closedData, vars: { CREATE_SECRET: 'a red kite' } });
  tap = await startTap(worker.address);
}, 120_000);

afterAll(async () => {
  await Promise.all(browsers.map((chromium) => chromium.close().catch(() => undefined)));
  await Promise.all([tap?.close(), worker?.stop(), closed?.stop()]);
  for (const folder of [data, closedData]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Puts something into the code's field and goes on. */
async function tryCode(welcome: Page, text: string): Promise<void> {
  await fill(welcome, codeField, text);
  await press(welcome, 'Go on');
}

describe('a link that does not work', () => {
  let welcome: Page;
  let good: string;
  beforeAll(async () => {
    welcome = (await newcomer()).welcome;
    good = await cluster.link();
  });

  it.each<[what: string, text: () => string | Promise<string>, said: string, next: string]>([
    ['is not there', () => '', 'Paste your link first', 'Copy the link'],
    ['is no link', () => 'Dear Ben, do join us', 'no whole code in this', 'Copy the link from its first letter'],
    ['was cut short', () => good.slice(0, -12), 'no whole code in this', 'paste it again'],
    [
      'has a code that nobody knows',
      () => `${worker.address}/join#${cluster.joined.cluster}.${newSecret()}`,
      'not one of ours',
      'Copy the whole link',
    ],
    [
      'is for a cluster that nobody knows',
      () => `${worker.address}/join#${newClusterId()}.${newSecret()}`,
      'not one of ours',
      'Copy the whole link',
    ],
    ['was used', usedLink, 'used already', 'Whoever sent it can make another'],
    ['has run out', () => `${worker.address}/join#${expired}`, 'has run out', 'Whoever sent it can make another'],
    ['has an address where nothing is', unreachableLink, 'Nothing answers at', 'Check your connection and the address'],
    [
      'has an address without https',
      () => good.replace(worker.address, 'http://cluster.example.org'),
      'cannot be used',
      'It begins with https://',
    ],
  ])('says what to do next where it %s, and keeps what was typed', async (_, made, said, next) => {
    const text = await made();
    await tryCode(welcome, text);
    await alerted(welcome, said, next);
    expect(await typedIn(welcome, codeField)).toBe(text);
  });

  it('is told of anew each time', async () => {
    await tryCode(welcome, 'nothing');
    await alerted(welcome, 'no whole code in this');
    await welcome.focus('textarea');
    await press(welcome, 'Go on');
    await alerted(welcome, 'no whole code in this');
  });

  it('stands in nobody’s way: the right one works on the same page, once all is filled in', async () => {
    await tryCode(welcome, good);
    await see(welcome, 'You are joining Kestrel Vale as a leader.');
    await press(welcome, 'Join');
    await see(welcome, 'Type your name, then go on.');
    await welcome.waitForFunction(() => document.activeElement?.matches('input[aria-invalid]'), { polling: 100 });
    await fill(welcome, 'Your name', 'Ben Baker');
    await press(welcome, 'Join');
    await see(welcome, 'Choose one, then go on.');
    await welcome.waitForFunction(() => document.activeElement?.matches('[type=radio]'), { polling: 100 });
    expect(await typedIn(welcome, 'Your name')).toBe('Ben Baker');
    await sayOwn(welcome, true);
    await press(welcome, 'Join');
    await press(welcome, 'I have kept it');
    await see(welcome, 'You are in Kestrel Vale');
  });
});

async function usedLink(): Promise<string> {
  const link = await cluster.link();
  const once = { code: link.replace(/.*#/, ''), name: 'Somebody Else', device: 'Elsewhere', keys: newKeys() };
  await post(worker.address, 'join', Joined, once);
  return link;
}

async function unreachableLink(): Promise<string> {
  const gone = await startTap(worker.address);
  await gone.close();
  return (await cluster.link()).replace(worker.address, gone.address);
}

describe('an address that keeps no new cluster', () => {
  it('says why: it is wrong, silent, or closed; then takes the secret. What was typed stays', async () => {
    const { welcome } = await newcomer();
    await unfold(welcome, 'Start a new cluster');
    await fill(welcome, 'What is it called?', 'Otter Brook');
    await fill(welcome, 'Your name', 'Cara Cole');
    await sayOwn(welcome, true);
    await unfoldLast(welcome, 'Address');
    const startAt = async (address: string) => {
      await fill(welcome, 'Address to keep it at', address);
      await press(welcome, 'Start it');
    };
    await startAt('http://cluster.example.org');
    await alerted(welcome, 'cannot be used', 'It begins with https://');
    const gone = await startTap(worker.address);
    await gone.close();
    await startAt(gone.address);
    await alerted(welcome, `Nothing answers at ${gone.address}`, 'Check your connection and the address');
    await startAt(closed.address);
    await alerted(welcome, 'need the secret', 'Ask whoever runs this address');
    await fill(welcome, 'Secret of the address', 'a black kite');
    await press(welcome, 'Start it');
    await alerted(welcome, 'need the secret');
    expect(await typedIn(welcome, 'Secret of the address')).toBe('a black kite');
    expect(await typedIn(welcome, 'What is it called?')).toBe('Otter Brook');
    expect(await typedIn(welcome, 'Your name')).toBe('Cara Cole');
    await fill(welcome, 'Secret of the address', 'a red kite');
    await press(welcome, 'Start it');
    await press(welcome, 'I have kept it');
    await see(welcome, 'You are in Otter Brook');
  });
});

describe('a lost answer', () => {
  it('while joining: trying again joins once', async () => {
    const { chromium, welcome } = await newcomer();
    const link = (await cluster.link()).replace(worker.address, tap.address);
    await tryCode(welcome, link);
    await fill(welcome, 'Your name', 'Dev Dara');
    await sayOwn(welcome, true);
    tap.deaf('POST /api/join');
    await press(welcome, 'Join');
    await alerted(welcome, 'Nothing answers at');
    const admitted = async () => {
      const { records } = await clusterRows(data, cluster.joined.cluster);
      return records.filter(({ body }) => (body as { name?: string } | null)?.name === 'Dev Dara').length;
    };
    // The request itself had arrived.
    await expect.poll(admitted).toBe(1);
    expect(await typedIn(welcome, 'Your name')).toBe('Dev Dara');
    tap.deaf(undefined);
    await press(welcome, 'Join');
    await press(welcome, 'I have kept it');
    await see(welcome, 'You are in Kestrel Vale');
    expect(await admitted()).toBe(1);
    const panel = await chromium.open('sidepanel');
    await openTab(panel, 'Cluster');
    await see(panel, 'Dev Dara (you)');
    const named = await panel.$$eval('li', (people) => people.filter((one) => one.innerText.includes('Dev Dara')));
    expect(named).toHaveLength(1);
  });
});

describe('more devices of one person', () => {
  let panel: Page;
  let written: string;

  it('are reminded of the recovery code until it is kept', async () => {
    const { chromium, welcome } = await newcomer();
    await tryCode(welcome, await cluster.link('coordinator'));
    await fill(welcome, 'Your name', 'Eve Ellis');
    await sayOwn(welcome, true);
    await press(welcome, 'Join');
    await see(welcome, 'Your way back in');
    written = await welcome.$eval('.recovery-code', (code) => (code as HTMLElement).innerText);
    panel = await chromium.open('sidepanel');
    await see(panel, 'Your recovery code is not printed or copied yet.');
    await welcome.bringToFront();
    await press(welcome, 'I have kept it');
    await panel.bringToFront();
    await seeGone(panel, 'Your recovery code is not printed');
  });

  it('come in by a link of their own, once', async () => {
    await openTab(panel, 'Cluster');
    await unfold(panel, 'Your devices');
    await press(panel, 'Add a device');
    const link = await panel
      .locator('.issued')
      .map((issued) => issued.textContent ?? '')
      .wait();
    const { welcome } = await newcomer();
    await tryCode(welcome, link);
    await see(welcome, 'You are adding this device to Kestrel Vale for Eve Ellis.');
    await sayOwn(welcome, true);
    await press(welcome, 'Use this device');
    await see(welcome, 'You are in Kestrel Vale');
    const other = await newcomer();
    await tryCode(other.welcome, link);
    await alerted(other.welcome, 'used already');
  });

  it('come in by the recovery code as it was typed from paper; the old one is worth nothing then', async () => {
    const gaps = written.toLowerCase().split(/\s+/).join('  ');
    const { welcome } = await newcomer();
    await unfold(welcome, 'Address');
    await fill(welcome, 'Address of the cluster', worker.address);
    await tryCode(welcome, gaps);
    await see(welcome, 'You are coming back to Kestrel Vale as Eve Ellis.');
    await sayOwn(welcome, true);
    await press(welcome, 'Use this device');
    await see(welcome, 'Your way back in');
    expect(await welcome.$eval('.recovery-code', (code) => (code as HTMLElement).innerText)).not.toBe(written);
    await press(welcome, 'I have kept it');
    await see(welcome, 'You are in Kestrel Vale');

    const other = await newcomer();
    await unfold(other.welcome, 'Address');
    await fill(other.welcome, 'Address of the cluster', worker.address);
    await tryCode(other.welcome, written);
    await alerted(other.welcome, 'not one of ours');
    // Whoever has neither still comes in by a link.
    await joinCluster(other.welcome, { link: await cluster.link(), name: 'Fay Finch' });
    await see(other.welcome, 'You are in Kestrel Vale');
  });
});
