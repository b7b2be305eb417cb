import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { focusOn, stopOf, tabTo, use } from './keys.ts';
import { see } from './screens.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-keyboard-'));
let worker: LocalWorker;
let founded: Founded;
let chromium: Chromium;
let welcome: Page;
let panel: Page;

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  founded = await foundAt(worker.address);
  const body = { id: newId(), title: 'Every child reads' };
  const groups = [[{ id: newId(), name: proposePriority.name, body, at: Date.now() }]];
  await post(worker.address, 'actions', Answers, { groups }, founded.joined.token);
  chromium = await launchChromium();
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('by keyboard alone', () => {
  it('a person joins', async () => {
    welcome = await chromium.welcome();
    await welcome.bringToFront();
    await see(welcome, 'Join your cluster');
    await tabTo(welcome, 'Your link or code');
    await welcome.keyboard.type(await founded.link('coordinator'));
    await use(welcome, 'Go on');
    await focusOn(welcome, 'You are joining Kestrel Vale');
    await tabTo(welcome, 'Your name');
    await welcome.keyboard.type('Ben Baker');
    await use(welcome, 'Yes, only I use it', 'Space');
    await use(welcome, 'Join');
    await focusOn(welcome, 'Your way back in');
    await use(welcome, 'I have kept it');
    await focusOn(welcome, 'You are in Kestrel Vale');
  });

  it('writes an entry with a priority and a tag, and finds it in the log', async () => {
    panel = await chromium.open('sidepanel');
    await panel.bringToFront();
    await see(panel, 'Nothing yet.');
    await use(panel, 'Write a note');
    await focusOn(panel, 'So what for us?');
    await panel.keyboard.type('Read aloud each morning');
    await see(panel, 'Every child reads');
    await tabTo(panel, 'Every child reads');
    // It may be chosen already, since the words speak of it.
    const isChosen = () => panel.evaluate(() => (document.activeElement as HTMLInputElement).checked);
    if (!(await isChosen())) await panel.keyboard.press('Space');
    await expect.poll(isChosen).toBe(true);
    await tabTo(panel, 'Tags');
    await panel.keyboard.type('fluency,');
    await use(panel, 'Save');
    await see(panel, 'In the log');
    await expect.poll(() => stopOf(panel)).toBeDefined();
    const entry = await panel.$eval('article', ({ textContent }) => textContent);
    for (const words of ['Read aloud each morning', 'Every child reads', 'fluency']) expect(entry).toContain(words);
  });

  it('edits it, and is where they were afterwards', async () => {
    await use(panel, 'Edit');
    await panel.waitForSelector('form.edit-entry textarea');
    await focusOn(panel, 'So what for us?');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('End');
    await panel.keyboard.up('Control');
    await panel.keyboard.type(', all together');
    await use(panel, 'Save changes');
    await see(panel, 'Read aloud each morning, all together');
    await focusOn(panel, 'Edit');
  });

  it('removes a device, and is in the list of those that are left', async () => {
    await tabTo(panel, 'Log', true);
    await panel.keyboard.press('ArrowRight');
    await focusOn(panel, 'Cluster');
    await see(panel, 'Your devices');
    await use(panel, 'Your devices');
    await see(panel, 'A laptop');
    await use(panel, 'Remove A laptop');
    await focusOn(panel, 'Remove A laptop');
    await use(panel, 'Remove it');
    await panel.waitForFunction(() => document.querySelectorAll('ul[aria-label="Your devices"] > li').length === 1, {
      polling: 100,
    });
    expect((await stopOf(panel))?.role).toBe('ul');
    await tabTo(panel, 'Add a device');
  });

  it('comes out at the end of the panel: nothing holds the focus', async () => {
    await panel.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      getSelection()?.removeAllRanges();
    });
    const seen: string[] = [];
    for (let i = 0; i < 100; i++) {
      await panel.keyboard.press('Tab');
      const stop = await stopOf(panel);
      if (!stop) break;
      seen.push(stop.name);
    }
    expect(seen.length).toBeLessThan(100);
    expect(seen).toContain('Leave this device');
  });
});
