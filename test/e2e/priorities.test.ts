import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Joined } from '../../shared/cluster/access.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority, agreePriority } from '../../shared/priorities/agreement.ts';
import { recordNoticing } from '../../shared/priorities/noticing.ts';
import { editPriority, proposePriority } from '../../shared/priorities/priority.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { faultsOf } from './axe.ts';
import { actAs } from './founded.ts';
import { choose, go, isFree } from './log-page.ts';
import { fill, press, see, seeGone, textOf, typedIn, unfold } from './screens.ts';
import { everythingStored, recordsIn } from './stored.ts';
import { copiedTable, schoolNames, startThreeSchools, type ThreeSchools } from './three-schools.ts';

let all: ThreeSchools;
let ann: Page;
let ben: Page;
let address: string;
const names = schoolNames;

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben, address } = all);
}, 180_000);

afterAll(() => all?.close());

let priority: string;

describe('agreement', () => {
  it('begins with a proposal from the grid, which has its indicators', async () => {
    await go(ann, 'priorities', 'scrutiny');
    await press(ann, 'Paste from a spreadsheet');
    await fill(ann, 'Copied cells', copiedTable);
    await press(ann, 'Write 6 figures');
    await ann.locator('.scrutiny-grid input').click();
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
    const { vale, quay } = all.schools;
    const { cat, dan } = all;
    const start = (head: Joined, school: string, value: unknown) => {
      const from = readings.find(({ body }) => body?.school === school && body.value === value && !body.withdrawn);
      const body = { id: newId(), indicator: String(from?.body?.indicator), school, reading: String(from?.id) };
      return actAs(address, head, setBaseline, body);
    };
    for (const [head, school] of [[cat, vale] as const, [dan, quay] as const]) {
      await actAs(address, head, recordNoticing, { id: newId(), school, priority, text: 'So do we.' });
      await actAs(address, head, agreePriority, { id: newId(), school, priority, wording: 1 });
    }
    await start(cat, vale, 'suppressed');
    await seeGone(ann, 'have not agreed yet');
    await see(ann, 'Quayside Academy has not recorded where it starts from.');
    expect(await isFree(ann, 'Confirm that it is agreed')).toBe(false);
    // A coordinator enters it in the table itself, by keyboard, and is back at its place.
    await ann.bringToFront();
    await ann.focus('::-p-aria([name="Enter it: where Quayside Academy starts from"][role="button"])');
    await ann.keyboard.press('Enter');
    await ann.waitForFunction(() => document.activeElement instanceof HTMLSelectElement);
    expect(await faultsOf(ann)).toEqual([]);
    await ann.keyboard.press('Tab');
    await ann.keyboard.press('Enter');
    await ann.waitForFunction((id) => (document.activeElement as HTMLElement).dataset.start === id, {}, quay);
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
      await actAs(address, all.founded.joined, proposePriority, body);
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
    await actAs(address, all.founded.joined, adoptPriority, adopted);
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
    await actAs(address, all.founded.joined, addSchool, { id: late, name: 'Late Primary School', urn: '100009' });
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
    await actAs(address, all.founded.joined, proposePriority, { id, title: 'Warm welcomes', alone: 'They move.' });
    await go(ben, 'priorities', id);
    await see(ben, 'Warm welcomes');
    await all.tap.shut();
    await press(ben, 'Agree for Hill View Primary School');
    await see(ben, '✓ Agrees');
    await actAs(address, all.founded.joined, editPriority, { id, rev: 1, title: 'Warmer welcomes' });
    await all.tap.open();
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
    const panel = await all.hers.open('sidepanel');
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
