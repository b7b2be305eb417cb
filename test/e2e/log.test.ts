import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../shared/action.ts';
import { Issued, joinLink } from '../../shared/cluster/access.ts';
import { editEvidence, saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { fill, joinCluster, press, sayOwn, see, seeGone } from './screens.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-log-'));
const [reading, attendance] = [newId(), newId()];
let worker: LocalWorker;
let tap: Tap;
let founded: Founded;
let chromiums: Chromium[] = [];
/** Ann's browser is her second device; her first has no screen here. Ben is a colleague. */
let ann: Page;
let ben: Page;

/** Ann's first device does something. */
async function onLaptop<Body>(action: Action<string, Body>, body: Body): Promise<void> {
  const group = [{ id: newId(), name: action.name, body, at: Date.now() }];
  const { answers } = await post(worker.address, 'actions', Answers, { groups: [group] }, founded.joined.token);
  expect(answers).toMatchObject([{ ok: true }]);
}

/** Ann's first device saves a note. */
async function note(words: string, more: object = {}): Promise<string> {
  const id = newId();
  await onLaptop(saveEvidence, { id, passages: [], note: words, tags: [], priorities: [], ...more });
  return id;
}

/** The entry in whose words these are. */
const entryWith = (page: Page, words: string) => page.locator(`article ::-p-text(${words})`);

/** Presses a button of the entry with these words. */
async function pressIn(page: Page, words: string, name: string): Promise<void> {
  await entryWith(page, words).wait();
  const pressed = await page.evaluate(
    (said, label) => {
      const entry = [...document.querySelectorAll('article')].find(({ textContent }) => textContent.includes(said));
      const button = [...(entry?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label);
      button?.click();
      return button !== undefined;
    },
    words,
    name,
  );
  expect(pressed, `${name} on ${words}`).toBe(true);
}

/** The words on the buttons of an entry. */
const buttonsOf = (page: Page, words: string): Promise<string[]> =>
  page.evaluate((said) => {
    const entry = [...document.querySelectorAll('article')].find(({ textContent }) => textContent.includes(said));
    return [...(entry?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent);
  }, words);

/** Writes in the form of an entry and saves it. */
async function saveEdit(page: Page, words: string): Promise<void> {
  await page.waitForSelector('form.edit-entry textarea');
  await page.locator('form.edit-entry textarea').fill(words);
  await press(page, 'Save changes');
  await page.waitForFunction(() => !document.querySelector('form.edit-entry'), { polling: 100 });
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  founded = await foundAt(worker.address);
  await onLaptop(proposePriority, { id: reading, title: 'Every child reads' });
  await onLaptop(proposePriority, { id: attendance, title: 'Every child attends' });
  chromiums = await Promise.all([launchChromium(), launchChromium()]);
  const [hers, his] = chromiums as [Chromium, Chromium];
  const device = await post(worker.address, 'devices/link', Issued, {}, founded.joined.token);
  const welcome = await hers.welcome();
  await fill(welcome, 'Your link or code', joinLink(tap.address, device.code));
  await press(welcome, 'Go on');
  await sayOwn(welcome, true);
  await press(welcome, 'Use this device');
  await see(welcome, 'You are in Kestrel Vale');
  await joinCluster(await his.welcome(), { link: await founded.link(), name: 'Ben Baker' });
  ann = await hers.open('sidepanel');
  ben = await his.open('sidepanel');
}, 180_000);

afterAll(async () => {
  await Promise.all(chromiums.map((chromium) => chromium.close()));
  await Promise.all([tap?.close(), worker?.stop()]);
  rmSync(data, { recursive: true, force: true });
});

describe('an entry', () => {
  it('is edited, retagged and moved in place by its author; a colleague sees it and how it came about', async () => {
    await note('Ten minutes a day', { tags: ['fluency'], priorities: [reading] });
    await pressIn(ann, 'Ten minutes a day', 'Edit');
    await ann.waitForSelector('form.edit-entry textarea');
    await ann.locator('form.edit-entry ::-p-text(Every child reads)').click();
    await ann.locator('form.edit-entry ::-p-text(Every child attends)').click();
    await ann.locator('form.edit-entry .stances ::-p-text(Challenges)').click();
    await press(ann, 'Remove fluency');
    await ann.type('form.edit-entry input[list]', 'morning');
    await saveEdit(ann, 'Twenty minutes a day');
    await see(ben, 'Twenty minutes a day');
    await see(ben, 'Every child attends');
    await see(ben, 'Challenges');

    expect(await buttonsOf(ben, 'Twenty minutes')).toEqual(['History', 'Weigh', 'Respond']);
    await pressIn(ben, 'Twenty minutes', 'History');
    await see(ben, 'moved it from ‘Every child reads’ to ‘Every child attends’');
    await see(ben, 'changed its tags: + morning, − fluency');
    await see(ben, 'changed its stance: Challenges');
    await see(ben, 'Ten minutes a day');
    await see(ben, 'Ann Archer saved it');
    await pressIn(ben, 'Twenty minutes', 'History');
    await seeGone(ben, 'Ann Archer saved it');
  });

  it('is withdrawn and can be had back at once', async () => {
    await note('Said in haste');
    await see(ben, 'Said in haste');
    await pressIn(ann, 'Said in haste', 'Withdraw');
    await see(ann, 'Withdrawn.');
    await seeGone(ben, 'Said in haste');
    await press(ann, 'Undo');
    await see(ann, 'Said in haste');
    await see(ben, 'Said in haste');
    await pressIn(ben, 'Said in haste', 'History');
    await see(ben, 'Ann Archer reinstated it');
    await see(ben, 'Ann Archer withdrew it');
    await pressIn(ben, 'Said in haste', 'History');
  });

  it('shows what waits on this device in its history, and says calmly that the rest cannot be fetched', async () => {
    await note('Read on the train');
    await see(ann, 'Read on the train');
    await tap.shut();
    await pressIn(ann, 'Read on the train', 'Edit');
    await saveEdit(ann, 'Read on the bus');
    await see(ann, 'Read on the bus');
    await pressIn(ann, 'Read on the bus', 'History');
    await see(ann, 'Its history is kept by the cluster, which cannot be reached just now.');
    await see(ann, 'You changed the note · On this device');
    await tap.open();
    await see(ben, 'Read on the bus');
    await see(ann, 'You saved it');
    await pressIn(ann, 'Read on the bus', 'History');
  });

  it('that was changed on another device meanwhile shows both versions, and its author decides', async () => {
    const id = await note('The first words', { tags: ['kept'] });
    await see(ann, 'The first words');
    await tap.shut();
    await pressIn(ann, 'The first words', 'Edit');
    await saveEdit(ann, 'Words from the browser');
    await onLaptop(editEvidence, { id, rev: 1, note: 'Words from the laptop' });
    await tap.open();
    await see(ann, 'Your change was not accepted.');
    await see(ann, 'Words from the browser');
    await see(ann, 'Words from the laptop');
    await press(ann, 'Use your change');
    await seeGone(ann, 'Your change was not accepted.');
    await seeGone(ann, 'Words from the laptop');
    await see(ben, 'Words from the browser');
  });
});
