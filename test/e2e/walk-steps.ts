import type { Page } from 'puppeteer-core';
import { laterSheet, schools } from './four-schools.ts';
import { choose, follow, go } from './log-page.ts';
import { fill, press, see } from './screens.ts';

/** What people do in the walk of four schools, where it takes several steps. */

/** The coordinator writes purpose, a value and rules, led there by setting up. */
export async function writePartnership(log: Page): Promise<void> {
  await follow(log, 'Write it under Partnership');
  await press(log, 'Write it');
  await fill(log, 'Our purpose', 'No child in our valley should have to hide that they cannot read.');
  await press(log, 'Save');
  await press(log, 'Add a value');
  await fill(log, 'The value', 'Candour');
  await fill(log, 'What we do', 'We say what did not work first.');
  await fill(log, 'What we do not tolerate', 'Comparing schools to blame one.');
  await press(log, 'Save');
  await see(log, 'Comparing schools to blame one.');
  await press(log, 'Write it');
  await fill(log, 'Rules of engagement', 'We answer within a week.');
  await press(log, 'Save');
  await see(log, '0 of 4 schools have affirmed it.');
  await see(log, '0 of 1 members have read them');
}

/** What each head does on the first evening, in the extension or without it. */
export async function begin(page: Page, head: keyof typeof schools): Promise<void> {
  const school = schools[head];
  await go(page, 'partnership');
  await press(page, `Affirm it for ${school}`);
  await press(page, 'I have read them and will keep to them');
  await go(page, 'priorities', 'scrutiny');
  // Hana writes of all the figures at large.
  if (head !== 'Hana') await choose(page, 'About', 'Persistent absence');
  await fill(page, `What ${school} noticed`, `Mondays are thin, says ${head}.`);
  await press(page, 'Write it down');
  await see(page, `Mondays are thin, says ${head}.`);
}

/** The coordinator pastes the figures of a later year. */
export async function pasteYear(log: Page, year: string, figures: readonly string[], words: string): Promise<void> {
  await go(log, 'priorities', 'scrutiny');
  await press(log, 'Paste from a spreadsheet');
  await fill(log, 'Copied cells', laterSheet(year, figures));
  await press(log, words);
  await see(log, 'written.');
}

/** A head sets targets of their own school in the light of where it starts. */
export async function setTargets(page: Page, school: string, own: string, stretch: string): Promise<void> {
  await press(page, `Set: Own target, ${school}`);
  await fill(page, 'Own target in %', own);
  await press(page, 'Set it');
  await press(page, `Set: Stretch target, ${school}`);
  await fill(page, 'Stretch target in %', stretch);
  await fill(page, 'What does the partnership contribute?', 'A shared family worker');
  await press(page, 'Set it');
  await see(page, 'A shared family worker');
}
