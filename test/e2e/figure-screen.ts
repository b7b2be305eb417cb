import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { newId } from '../../shared/ids.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { everythingStored } from './stored.ts';

/** A page with figures, written after a service's own. */
export const figurePage = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../fixtures/figures/${name}.html`), 'utf8');

/** Does something as whoever is on the device of this panel, through the Worker at an address. */
export async function actHere(panel: Page, address: string, actions: [{ name: string }, object][]): Promise<void> {
  const session = z.object({ meta: z.array(z.object({ key: z.string(), value: z.unknown() })) });
  const stored = JSON.parse(await everythingStored(panel)) as object[];
  const { meta } = session.parse(stored.find((one) => 'meta' in one));
  const { token } = z.object({ token: z.string() }).parse(meta.find(({ key }) => key === 'session')?.value);
  const groups = actions.map(([{ name }, body]) => [{ id: newId(), name, body, at: 0 }]);
  const { answers } = await post(address, 'actions', Answers, { groups }, token);
  expect(
    answers.every(({ ok }) => ok),
    JSON.stringify(answers),
  ).toBe(true);
}

const listNamed = (label: string) => `::-p-aria([name="${label}"][role="combobox"])`;

/** What is chosen in the list with this label, in words. */
export const chosenIn = (panel: Page, label: string): Promise<string> =>
  panel
    .locator(listNamed(label))
    .map((list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
    .wait();

/** Chooses in the list with this label. */
export async function chooseIn(panel: Page, label: string, words: string): Promise<void> {
  const list = await panel.waitForSelector(listNamed(label));
  const value = await list?.evaluate(
    (one, wanted) => [...(one as HTMLSelectElement).options].find(({ text }) => text === wanted)?.value ?? '',
    words,
  );
  await list?.select(value ?? '');
}

/** The cell with these words, clicked as a person does. */
export async function clickCellOf(page: Page, words: string, selector = 'td'): Promise<void> {
  await page.bringToFront();
  const cells = await page.$$(selector);
  for (const cell of cells) {
    if (!(await cell.evaluate((one) => one.textContent ?? '')).includes(words)) continue;
    await cell.click();
    return;
  }
  throw new Error(`No cell says ${words}`);
}
