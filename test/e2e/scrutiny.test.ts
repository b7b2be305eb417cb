import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { atFocus, go, gridOf, isFree } from './log-page.ts';
import { fill, press, see, seeGone } from './screens.ts';
import { copiedTable, schoolNames, startThreeSchools, type ThreeSchools } from './three-schools.ts';

let all: ThreeSchools;
let ann: Page;
let ben: Page;

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben } = all);
}, 180_000);

afterAll(() => all?.close());

describe('scrutiny', () => {
  it('begins with a table from a spreadsheet, shown before anything is written', async () => {
    await go(ann, 'priorities');
    await press(ann, 'Begin with everybody’s figures');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Paste from a spreadsheet');
    await fill(ann, 'Copied cells', copiedTable);
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
    await fill(ann, 'Copied cells', copiedTable);
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

  it('takes of how many a figure is, in its cell or in what is told of it, and warns of few', async () => {
    await ann.bringToFront();
    await ann.setViewport({ width: 1280, height: 900 });
    await ann.focus('.scrutiny-grid [data-at="1 2"]');
    await ann.keyboard.type('8/30');
    await see(ann, 'This is about few pupils.');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.keyboard.press('Escape');
    await ann.keyboard.type('33/60');
    await ann.keyboard.press('Enter');
    await expect
      .poll(() => gridOf(ann))
      .toContainEqual(['Reading at the expected standard', '71%', '55% 33 of 60', '65%']);
    await ann.focus('.scrutiny-grid [data-at="1 3"]');
    await press(ann, `More about this figure: ${schoolNames[2]}, Reading at the expected standard`);
    await fill(ann, 'How many are in the group?', '4');
    await see(ann, 'Below 6 a figure is withheld, as DfE does it.');
    await fill(ann, 'How many are in the group?', '60');
    await fill(ann, 'How many of them are counted?', '39');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Correct it');
    await press(ann, 'Done');
    await expect
      .poll(() => gridOf(ann))
      .toContainEqual(['Reading at the expected standard', '71%', '55% 33 of 60', '65% 39 of 60']);
    await expect.poll(() => ann.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('1 3');
  });

  it('marks the schools that an indicator is not for, and takes nothing for them', async () => {
    await ann.focus('.scrutiny-grid [data-at="2 3"]');
    await press(ann, 'Edit this indicator: Number of suspensions');
    await ann.locator('::-p-text(Only some of them)').click();
    await press(ann, 'Save changes');
    await see(ann, 'Choose at least one.');
    await ann.locator(`fieldset.group .many ::-p-text(${schoolNames[0]})`).click();
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Save changes');
    const not = 'Not for this school';
    await expect.poll(() => gridOf(ann)).toContainEqual(['Number of suspensions', '12', not, not]);
    await ann.setViewport({ width: 1280, height: 900 });
    await ann.focus('.scrutiny-grid [data-at="2 3"]');
    await ann.keyboard.type('7');
    await see(ann, `Number of suspensions is not for ${schoolNames[2]}.`);
    expect(await ann.$('.scrutiny-grid .input')).toBeNull();
    await press(ann, 'Paste from a spreadsheet');
    await fill(ann, 'Copied cells', 'Indicator\tHill View\tQuayside\nNumber of suspensions\t14\t15');
    await see(ann, 'The indicator is not for that school.');
    await see(ann, '1 figure to write, 1 in the place of what stands; 1 left out.');
    await press(ann, 'Cancel');
  });

  it('loses what names somebody when a coordinator removes the words, and keeps that they were there', async () => {
    const button = `Remove words… what ${schoolNames[0]} noticed`;
    await see(ben, 'Our youngest are away on Mondays.');
    expect(await isFree(ben, button)).toBe(false);
    await press(ann, button);
    await see(ann, 'That the school noticed something stays.');
    await see(ann, 'Backups forget by');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Remove them');
    await seeGone(ben, 'Our youngest are away on Mondays.');
    await see(ben, 'Removed on request');
  });
});
