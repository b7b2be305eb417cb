import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editEvidence, saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { faultsOf } from './axe.ts';
import type { Chromium } from './chromium.ts';
import { actAs } from './founded.ts';
import { choose, go } from './log-page.ts';
import { joinOnPhone, phone } from './phone.ts';
import { at, focusIn, titleOf, weigh } from './review-screen.ts';
import { fill, press, see, seeGone, typedIn, unfold } from './screens.ts';
import { everythingStored, recordsIn } from './stored.ts';
import { startTap, type Tap } from './tap.ts';
import { startThreeSchools, type ThreeSchools } from './three-schools.ts';

const many = 40;
let all: ThreeSchools;
let ann: Page;
let ben: Page;
/** Eve's browser, in which nothing is installed: the app on a phone's size, behind a tap of its own. */
let bare: Chromium;
let eve: Page;
let tap: Tap;
const pieces: string[] = [];

const wide = { width: 1280, height: 900 };
const noteOf = (i: number) =>
  i === 0 ? 'Lighthouse: pupils read aloud in pairs' : `Observation ${i + 1}: pupils read aloud`;

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben } = all);
  const { address, cat, founded, schools } = all;
  const priorities = [newId(), newId()] as const;
  const titles = ['Every child reads fluently', 'Every child in school'];
  for (const [i, id] of priorities.entries()) {
    await actAs(address, cat, proposePriority, { id, title: titles[i] ?? '' });
  }
  for (let i = 0; i < many; i++) {
    const id = newId();
    pieces.push(id);
    const body = { id, passages: [], note: noteOf(i), tags: i === 0 ? ['PP'] : [] };
    await actAs(address, cat, saveEvidence, { ...body, priorities: [priorities[i < many / 2 ? 0 : 1]] });
  }
  tap = await startTap(address);
  const link = (await founded.link('head', [schools.quay])).replace(address, tap.address);
  ({ bare, page: eve } = await joinOnPhone(link, 'Eve Eaton'));
  for (const page of [ann, ben]) await page.setViewport(wide);
}, 240_000);

afterAll(async () => {
  await bare?.close();
  await tap?.close();
  await all?.close();
});

describe('the review queue', () => {
  it('shows one piece at a time, by priority, the oldest first, with its keys', async () => {
    for (const page of [ann, ben, eve]) await go(page, 'review');
    for (const page of [ann, ben, eve]) await at(page, `Piece 1 of ${many}`);
    await see(ann, noteOf(0));
    await see(ann, `0 of ${many} looked at`);
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
    await ann.keyboard.press('?');
    await see(ann, 'Use single keys');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
    await ann.keyboard.press('Escape');
    await seeGone(ann, 'Use single keys');
  });

  it('is weighed with keys, which never fire while somebody types', async () => {
    await ann.keyboard.press('r');
    await ann.keyboard.press('3');
    await ann.keyboard.press('w');
    await focusIn(ann, 'So what for us?');
    await ann.keyboard.type('Pair readers across our schools');
    // What is written is kept on the device.
    await expect.poll(() => everythingStored(ann)).toContain('"Pair readers across our schools"');
    await ann.reload();
    await at(ann, `Piece 1 of ${many}`);
    await expect.poll(() => typedIn(ann, 'So what for us?')).toBe('Pair readers across our schools');
    await ann.keyboard.press('t');
    await focusIn(ann, 'Tags');
    await ann.keyboard.type('paired reading,');
    await ann.keyboard.press('Escape');
    await weigh(ann);
    await at(ann, `Piece 2 of ${many}`);
    await see(ann, `1 of ${many} looked at`);
  });

  it('shows at once what a colleague says of the same piece; both are kept, and that they differ', async () => {
    await see(ben, 'Pair readers across our schools');
    await at(ben, `Piece 1 of ${many}`);
    await weigh(ben, 'r', '1', 's');
    await ann.keyboard.press('p');
    await at(ann, `Piece 1 of ${many}`);
    await see(ann, 'People differ on its strength.');
    await see(ann, 'Ben Baker: hint');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
    await ann.keyboard.press('n');
    await at(ann, `Piece 2 of ${many}`);
  });

  it('asks why something is set aside, and takes back what was said last', async () => {
    await ann.keyboard.press('a');
    await focusIn(ann, 'Why is it set aside?');
    await ann.keyboard.press('Escape');
    await ann.keyboard.press('Enter');
    await see(ann, 'A few words, so that others understand.');
    await focusIn(ann, 'Why is it set aside?');
    await ann.keyboard.type('Another age group');
    await ann.keyboard.press('Escape');
    await weigh(ann);
    await at(ann, `Piece 3 of ${many}`);
    await see(ben, 'Another age group');
    await ann.keyboard.press('u');
    await at(ann, `Piece 2 of ${many}`);
    await expect.poll(() => typedIn(ann, 'Why is it set aside?')).toBe('Another age group');
    await see(ben, 'What was said before (1)');
    await weigh(ann);
    await see(ben, 'Another age group');
    await weigh(ben, 'r', '2');
    await at(ben, `Piece 3 of ${many}`);
  });

  it('is cleared by three at once, one of them on a phone and without a connection', async () => {
    await at(eve, `Piece 1 of ${many}`);
    await eve.keyboard.press('n');
    await at(eve, `Piece 3 of ${many}`);
    await tap.shut();
    await see(eve, 'Offline');
    const each = async (page: Page, until: () => Promise<boolean>) => {
      while (await until()) await weigh(page, 'r', '2', 's');
    };
    const isLeft = async (page: Page) => (await titleOf(page)) !== 'none';
    let byEve = 0;
    await Promise.all([
      each(ann, () => isLeft(ann)),
      each(ben, () => isLeft(ben)),
      each(eve, async () => byEve++ < many / 4),
    ]);
    await see(ann, 'That is all');
    await see(ben, 'That is all');
    await see(ann, `${many} of ${many} looked at`);
    expect(await faultsOf(eve)).toEqual([]);
    await eve.setViewport(phone);
    await see(eve, 'Offline');
    await tap.open();
    await seeGone(eve, 'Offline');
    await see(eve, `${many} of ${many} looked at`);
    const weighed = async () => (await recordsIn(ann, 'weighing')).filter(({ body }) => !body?.back);
    await expect.poll(async () => new Set((await weighed()).map(({ body }) => body?.evidence)).size).toBe(many);
    const people = await recordsIn(ann, 'member');
    const her = people.find(({ body }) => body?.name === 'Eve Eaton')?.id;
    await expect.poll(async () => (await weighed()).filter(({ body }) => body?.by === her).length).toBe(many / 4);
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
  });

  it('brings back a piece that is worded anew', async () => {
    await actAs(all.address, all.cat, editEvidence, { id: pieces[5] ?? '', rev: 1, note: 'Worded anew' });
    await see(ben, 'Worded anew');
    await see(ben, 'It was worded anew since it was weighed.');
    await weigh(ben, 'r', '2', 's');
    await see(ben, 'That is all');
  });
});

describe('support and challenge', () => {
  it('talks about a difference, with somebody named by keys; it waits for them until they answer', async () => {
    // The piece that came back is still before her, weighed by Ben.
    await choose(ann, 'Show what', 'People differ on it');
    await at(ann, 'Piece 1 of 2');
    await press(ann, 'Talk about it');
    await expect
      .poll(() => typedIn(ann, 'What would you like to say?'))
      .toContain('@Ben Baker we differ on its strength');
    await press(ann, 'Challenge');
    await ann.focus('.response-form textarea');
    await ann.keyboard.press('End');
    await ann.keyboard.type('Is one class enough? @quay');
    await ann.waitForSelector('[role="option"] ::-p-text(Quayside Academy)');
    await ann.keyboard.press('Enter');
    await expect.poll(() => typedIn(ann, 'What would you like to say?')).toContain('@Quayside Academy');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
    await press(ann, 'Say it');
    await see(ann, 'Not answered yet');

    await go(ben, 'review', 'waiting');
    await see(ben, 'names you');
    await see(ben, 'Is one class enough?');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.setViewport(wide);
    await go(eve, 'review', 'waiting');
    await see(eve, 'names your school');
    expect(await faultsOf(eve)).toEqual([]);
    await eve.setViewport(phone);

    await ben.locator('::-p-text(Read and answer)').click();
    await press(ben, 'Answer Anna Abel');
    await fill(ben, 'Your answer', 'No: we will ask two more schools.');
    await press(ben, 'Give the answer');
    await see(ann, 'No: we will ask two more schools.');
    await seeGone(ann, 'Not answered yet');
    await seeGone(eve, 'names your school');
    await seeGone(ben, 'Somebody would like an answer');
  });

  it('is told on the entry in the log', async () => {
    await go(ben, 'evidence');
    await ben.locator('input[type=search]').fill('Lighthouse');
    await see(ben, '2 weighed, and differ');
    await see(ben, 'So what: Pair readers across our schools');
    await press(ben, 'Respond');
    await see(ben, 'No: we will ask two more schools.');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.setViewport(wide);
  });

  it('is in the digest of the week', async () => {
    await go(ben, 'review', 'digest');
    await see(ben, `Every child reads fluently: ${many / 2} new`);
    await see(ben, 'Still open');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.setViewport(wide);
  });
});

describe('the codebook', () => {
  it('defines, renames and merges; the log reads the new name, and it can be undone', async () => {
    await go(ann, 'review', 'codebook');
    await press(ann, 'Define PP');
    await fill(ann, 'Name', 'PP');
    await fill(ann, 'What it means', 'Pupils for whom the premium is paid');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.setViewport(wide);
    await press(ann, 'Save the tag');
    await press(ann, 'Edit PP');
    await fill(ann, 'Name', 'Pupil premium');
    await press(ann, 'Save the tag');
    await see(ann, 'Was: PP');
    await go(ben, 'evidence');
    await ben.locator('input[type=search]').fill('Lighthouse');
    await see(ben, 'Pupil premium');
    await see(ben, 'paired reading');
    await press(ann, 'Define paired reading');
    await choose(ann, 'Take it into another tag', 'Pupil premium');
    await see(ann, 'Has taken in: paired reading');
    await seeGone(ben, 'paired reading');
    await press(ann, 'Undo: let paired reading stand by itself');
    await see(ben, 'paired reading');
    await press(ann, 'Edit paired reading');
    await press(ann, 'Retire it');
    await see(ann, 'Not offered any more (1)');
    await unfold(ann, 'Not offered any more');
    expect(await faultsOf(ann)).toEqual([]);
  });
});
