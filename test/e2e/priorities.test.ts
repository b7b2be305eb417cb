import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Joined } from '../../shared/cluster/access.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority, agreePriority } from '../../shared/priorities/agreement.ts';
import { recordNoticing } from '../../shared/priorities/noticing.ts';
import { editPriority, proposePriority } from '../../shared/priorities/priority.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs, type Founded, foundAt } from './founded.ts';
import { fill, joinCluster, press, see, seeGone, textOf, typedIn, unfold } from './screens.ts';
import { everythingStored, recordsIn } from './stored.ts';
import { startTap, type Tap } from './tap.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-priorities-'));
const names = ['Hill View Primary School', 'Vale Church of England Primary School', 'Quayside Academy'];
const [hill, vale, quay] = [newId(), newId(), newId()];
let worker: LocalWorker;
let tap: Tap;
let founded: Founded;
let chromiums: Chromium[] = [];
/** Ann coordinates in one browser; Ben, the head of Hill View, has another; the heads of Vale and Quayside have none here. */
let ann: Page;
let ben: Page;
let cat: Joined;
let dan: Joined;

/** Goes to a place of the log page, as a link does. */
async function go(page: Page, ...parts: string[]): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${parts.join('/')}`,
  );
}

/** Whether a button may be pressed, by its name. */
const isFree = (page: Page, name: string) =>
  page.$$eval(
    'button',
    (buttons, wanted) =>
      buttons.some((one) => (one.ariaLabel ?? one.textContent) === wanted && one.ariaDisabled !== 'true'),
    name,
  );

/** Chooses from the list with this label. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.locator(`::-p-aria([name="${label}"][role="combobox"])`);
  const values = await list.map((one) => [...(one as HTMLSelectElement).options].map((o) => [o.label, o.value])).wait();
  await list.fill(values.find(([said]) => said === words)?.[1] ?? 'nothing of the kind');
}

/** The words of the cell, or of the box in it, that has the focus. */
const atFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement ? at.value : (at?.textContent ?? '').trim();
  });

/** What stands in the grid, row by row. */
const gridOf = (page: Page): Promise<string[][]> =>
  page.$$eval('.scrutiny-grid tbody tr', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => (textContent ?? '').trim())),
  );

const table = [
  '2024/25\tHill View\tVale CE Primary\t100003\tNational',
  'Persistent absence (%)\t22.1%\tSUPP\t18.0\t20%',
  'Reading at the expected standard\t70%\t61.5%\t–\t74%',
  'Number of suspensions\t12\t4\tabout 6\t',
].join('\n');

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  tap = await startTap(worker.address);
  founded = await foundAt(worker.address);
  for (const [i, id] of [hill, vale, quay].entries()) {
    await actAs(worker.address, founded.joined, addSchool, { id, name: names[i] ?? '', urn: String(100001 + i) });
  }
  cat = await founded.admit('Cat Carter', 'head', [vale]);
  dan = await founded.admit('Dan Dyer', 'head', [quay]);
  chromiums = await Promise.all([launchChromium(), launchChromium()]);
  const [hers, his] = chromiums as [Chromium, Chromium];
  await joinCluster(await hers.welcome(), { link: await founded.link('coordinator'), name: 'Anna Abel' });
  const link = (await founded.link('head', [hill])).replace(worker.address, tap.address);
  await joinCluster(await his.welcome(), { link, name: 'Ben Baker' });
  ann = await hers.open('log');
  ben = await his.open('log');
}, 180_000);

afterAll(async () => {
  await Promise.all(chromiums.map((chromium) => chromium.close()));
  await Promise.all([tap?.close(), worker?.stop()]);
  rmSync(data, { recursive: true, force: true });
});

describe('scrutiny', () => {
  it('begins with a table from a spreadsheet, shown before anything is written', async () => {
    await go(ann, 'priorities');
    await press(ann, 'Begin with everybody’s figures');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Paste from a spreadsheet');
    await fill(ann, 'Copied cells', table);
    await see(ann, '6 figures to write; 3 left out.');
    for (const words of ['‘–’', '‘4’', '‘about 6’', 'So few pupils might be recognised.', 'please look']) {
      await see(ann, words);
    }
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Write 6 figures');
    await see(ann, '6 figures written.');
    await expect
      .poll(() => gridOf(ann))
      .toEqual([
        ['Persistent absence', '22.1%', 'Suppressed', '18%'],
        ['Reading at the expected standard', '70%', '61.5%', ''],
        ['Number of suspensions', '12', '', ''],
      ]);
    expect(await faultsOf(ann)).toEqual([]);
  });

  it('is undone in one step, and done again', async () => {
    await press(ann, 'Undo');
    await see(ann, 'No indicator yet.');
    await press(ann, 'Paste from a spreadsheet');
    await fill(ann, 'Copied cells', table);
    await press(ann, 'Write 6 figures');
    await see(ann, '6 figures written.');
    await press(ann, 'Good');
    await expect.poll(async () => (await gridOf(ann)).length).toBe(3);
  });

  it('is filled in by keyboard alone; what may not be entered is said as it is typed', async () => {
    await ann.setViewport({ width: 1280, height: 900 });
    await ann.focus('.scrutiny-grid td[tabindex="0"]');
    for (const key of ['Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'] as const) {
      await ann.keyboard.press(key);
    }
    expect(await atFocus(ann)).toBe('');
    await ann.keyboard.type('64.2');
    await ann.keyboard.press('Enter');
    await expect.poll(() => gridOf(ann)).toContainEqual(['Reading at the expected standard', '70%', '61.5%', '64.2%']);
    // One further down: too few pupils.
    await expect.poll(() => ann.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('2 3');
    await ann.keyboard.type('4');
    await see(ann, 'So few pupils might be recognised.');
    await ann.keyboard.press('Enter');
    expect(await atFocus(ann)).toBe('4');
    await ann.keyboard.press('Escape');
    await seeGone(ann, 'So few pupils might be recognised.');
    await ann.keyboard.press('ArrowUp');
    await expect.poll(() => atFocus(ann)).toBe('64.2%');
    await ann.keyboard.press('Enter');
    await expect.poll(() => atFocus(ann)).toBe('64.2');
    await ann.keyboard.type('65');
    await ann.keyboard.press('Enter');
    await expect.poll(() => gridOf(ann)).toContainEqual(['Reading at the expected standard', '70%', '61.5%', '65%']);
    // The names of the rows are ticked with the same keys.
    await ann.keyboard.press('Home');
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('Space');
    expect(await ann.$$eval('.scrutiny-grid input:checked', (boxes) => boxes.length)).toBe(1);
  });

  it('lets a school enter its own figures and no others', async () => {
    await go(ben, 'priorities', 'scrutiny');
    await ben.waitForSelector('.scrutiny-grid td[data-at="0 2"]');
    await ben.click('.scrutiny-grid td[data-at="0 2"]');
    await see(ben, 'These are Vale Church of England Primary School’s own to enter.');
    expect(await ben.$('.scrutiny-grid .input')).toBeNull();
    await fill(ben, 'What Hill View Primary School noticed', 'Our youngest are away on Mondays.');
    await press(ben, 'Write it down');
    await see(ann, 'Our youngest are away on Mondays.');
  });

  it('takes cells that are pasted anywhere into the grid, in the place of what stands', async () => {
    await ben.bringToFront();
    await ben.$eval('.scrutiny-grid td[tabindex="0"]', (cell) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '\tHill View\nReading at the expected standard\t71%');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await see(ben, '1 figure to write, 1 in the place of what stands.');
    await press(ben, 'Write 1 figure');
    await expect.poll(() => gridOf(ann)).toContainEqual(['Reading at the expected standard', '71%', '61.5%', '65%']);
  });
});

let priority: string;

describe('agreement', () => {
  it('begins with a proposal from the grid, which has its indicators', async () => {
    await ann.bringToFront();
    await press(ann, 'Propose a priority from these');
    await see(ann, 'A new priority');
    await fill(ann, 'What should change?', 'Every child in school, every day');
    // A closed tab loses no words.
    await expect.poll(() => everythingStored(ann)).toContain('"Every child in school, every day"');
    await ann.reload();
    await expect.poll(() => typedIn(ann, 'What should change?')).toBe('Every child in school, every day');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Propose');
    await see(ann, 'It does not say yet why no school could achieve it alone. Edit it to say so.');
    priority = new URL(ann.url()).hash.split('/').at(-1) ?? '';
    expect(await isFree(ann, 'Confirm that it is agreed')).toBe(false);
    await press(ann, 'Edit');
    await fill(ann, 'Why could no school achieve it alone?', 'Families have children in several of our schools.');
    await press(ann, 'Save changes');
    await seeGone(ann, 'It does not say yet');
    await see(ann, `${names[0]}, ${names[1]} and ${names[2]} have not agreed yet.`);
    await see(ann, 'Persistent absence');
    expect(await faultsOf(ann)).toEqual([]);
  });

  it('lets a head object, with a reason that everyone reads, be persuaded, and agree', async () => {
    await go(ben, 'priorities');
    await see(ben, 'Waiting for you');
    expect(await faultsOf(ben)).toEqual([]);
    await go(ben, 'priorities', priority);
    await press(ben, 'Start from this');
    await seeGone(ben, 'Start from this');
    await fill(ben, 'What Hill View Primary School noticed', 'It is the same families each week.');
    await press(ben, 'Write it down');
    await press(ben, 'Object for Hill View Primary School');
    await press(ben, 'Say so');
    await see(ben, 'An objection needs its reason.');
    await fill(ben, 'Why Hill View Primary School objects', 'We did this last year, without you.');
    await press(ben, 'Say so');
    await see(ann, 'We did this last year, without you.');
    await see(ann, 'Hill View Primary School objects.');
    expect(await faultsOf(ben)).toEqual([]);
    await press(ben, 'Agree after all for Hill View Primary School');
    await seeGone(ann, 'Hill View Primary School objects.');
    await see(ben, 'Hill View Primary School has done its part');
  });

  it('is confirmed once the others have done their part, and not before', async () => {
    expect(await isFree(ann, 'Confirm that it is agreed')).toBe(false);
    const readings = await recordsIn(ann, 'reading');
    const start = (head: Joined, school: string, value: unknown) => {
      const from = readings.find(({ body }) => body?.school === school && body.value === value && !body.withdrawn);
      const body = { id: newId(), indicator: String(from?.body?.indicator), school, reading: String(from?.id) };
      return actAs(worker.address, head, setBaseline, body);
    };
    for (const [head, school] of [[cat, vale] as const, [dan, quay] as const]) {
      await actAs(worker.address, head, recordNoticing, { id: newId(), school, priority, text: 'So do we.' });
      await actAs(worker.address, head, agreePriority, { id: newId(), school, priority, wording: 1 });
    }
    await start(cat, vale, 'suppressed');
    await seeGone(ann, 'have not agreed yet');
    await see(ann, 'Quayside Academy has not recorded where it starts from.');
    expect(await isFree(ann, 'Confirm that it is agreed')).toBe(false);
    await start(dan, quay, 18);
    await seeGone(ann, 'Before it can be agreed:');
    await press(ann, 'Confirm that it is agreed');
    await seeGone(ann, 'Confirm that it is agreed');
    await go(ben, 'priorities');
    await see(ben, 'Two places are free.');
    expect(await faultsOf(ben)).toEqual([]);
  });

  it('takes over what was agreed before, with the confirmations outstanding; a fourth is refused before the button', async () => {
    const others = ['Every child reads', 'Teachers who stay', 'A fourth'];
    const ids = others.map(() => newId());
    for (const [i, title] of others.entries()) {
      const body = { id: ids[i] ?? '', title, alone: 'Staff move between us.' };
      await actAs(worker.address, founded.joined, proposePriority, body);
    }
    const [second = '', third = '', fourth = ''] = ids;
    await go(ann, 'priorities', second);
    await unfold(ann, 'It was agreed before we came here');
    await ann.waitForSelector('input[type=date]');
    await ann.$eval('input[type=date]', (box) => {
      (box as HTMLInputElement).value = '2025-07-03';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await fill(ann, 'Minuted in', 'Heads’ meeting, item 4');
    await press(ann, 'Take it over as agreed');
    await see(ann, 'agreed on 3 July 2025, minuted in: Heads’ meeting, item 4');
    await see(ann, `${names[0]}, ${names[1]} and ${names[2]} have not agreed yet.`);
    expect(await faultsOf(ann)).toEqual([]);
    const adopted = { id: third, rev: 1, on: '2025-07-03', minuted: 'Item 5' };
    await actAs(worker.address, founded.joined, adoptPriority, adopted);
    await go(ann, 'priorities', fourth);
    await see(
      ann,
      'Three are agreed already: ‘Every child in school, every day’, ‘Every child reads’ and ‘Teachers who',
    );
    expect(await isFree(ann, 'Confirm that it is agreed')).toBe(false);
    await unfold(ann, 'It was agreed before we came here');
    await see(ann, 'Three priorities are agreed already.');
    expect(await isFree(ann, 'Take it over as agreed')).toBe(false);
    await go(ann, 'priorities');
    await see(ann, 'All three places are taken.');
    expect(await faultsOf(ann)).toEqual([]);
  });
});

describe('a school that cannot answer', () => {
  it('joined later and sees what it has yet to do; marked absent, nobody waits for it', async () => {
    const late = newId();
    await actAs(worker.address, founded.joined, addSchool, { id: late, name: 'Late Primary School', urn: '100009' });
    await go(ann, 'priorities', priority);
    await see(ann, 'Late Primary School has not agreed yet.');
    await unfold(ann, 'If a school’s head cannot answer');
    await choose(ann, 'School', 'Late Primary School');
    await press(ann, 'Mark it');
    await see(ann, 'Say why.');
    await fill(ann, 'Why', 'Its new head begins in January');
    await press(ann, 'Mark it');
    await see(ann, 'Absent: Its new head begins in January');
    await seeGone(ann, 'Still outstanding');
    expect(await faultsOf(ann)).toEqual([]);
  });

  it('is spoken for by whoever was named', async () => {
    await choose(ann, 'School', 'Quayside Academy');
    await choose(ann, 'Who speaks for it meanwhile', 'Ben Baker');
    await press(ann, 'Name them');
    await see(ann, 'Ben Baker acts for it');
    await go(ben, 'priorities', priority);
    await press(ben, 'Object for Quayside Academy');
    await see(ben, 'Why Quayside Academy objects');
    await press(ben, 'Cancel');
  });
});

describe('without a connection', () => {
  it('a word on what was worded anew meanwhile comes back to its author, who decides on what stands now', async () => {
    const id = newId();
    await actAs(worker.address, founded.joined, proposePriority, { id, title: 'Warm welcomes', alone: 'They move.' });
    await go(ben, 'priorities', id);
    await see(ben, 'Warm welcomes');
    await tap.shut();
    await press(ben, 'Agree for Hill View Primary School');
    await see(ben, '✓ Agrees');
    await actAs(worker.address, founded.joined, editPriority, { id, rev: 1, title: 'Warmer welcomes' });
    await tap.open();
    await see(ben, 'Warmer welcomes');
    await go(ben, 'priorities');
    await see(ben, 'You agreed: Warmer welcomes · Hill View Primary School. It was not accepted.');
    expect(await faultsOf(ben)).toEqual([]);
    await press(ben, 'Do it on what stands now');
    await seeGone(ben, 'It was not accepted.');
    await see(ben, '1 of 3 schools agree');
  });
});

describe('closing', () => {
  it('asks what was learned and what is kept, and makes room', async () => {
    await go(ann, 'priorities', priority);
    await press(ann, 'Close it');
    await fill(ann, 'What was learned?', 'A call by nine helps most.');
    await press(ann, 'Close it');
    await see(ann, 'Say what is kept; nothing is an answer too.');
    expect(await faultsOf(ann)).toEqual([]);
    await fill(ann, 'What will be kept?', 'The calls, by each office.');
    await press(ann, 'Close it');
    await see(ann, 'What was learned');
    await see(ann, 'The calls, by each office.');
    await unfold(ann, 'History');
    await see(ann, 'You confirmed that it is agreed');
    await see(ann, 'Ben Baker for Hill View Primary School objected: We did this last year, without you.');
    expect(await faultsOf(ann)).toEqual([]);
    await go(ann, 'priorities');
    await see(ann, 'One place is free.');
    await see(ann, 'Closed (1)');
    expect(await textOf(ann)).not.toContain('Every child in school, every day');
    // Nothing new is tied to it.
    const panel = await (chromiums[0] as Chromium).open('sidepanel');
    await press(panel, 'Write a note');
    await panel.waitForSelector('form.card .priority-choice');
    const offered = await panel.$$eval('form.card .priority-choice', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(offered.map((words) => words?.replace(/[^\w ]/g, '').trim())).toEqual([
      'Every child reads',
      'Teachers who stay',
      'A fourth proposed',
      'Warmer welcomes proposed',
    ]);
  });
});
