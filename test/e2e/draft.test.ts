import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { press, see, textOf } from './screens.ts';

let alone: Alone;
let panel: Page;
beforeAll(async () => {
  alone = await startAlone();
  panel = await alone.chromium.open('sidepanel');
}, 120_000);
afterAll(() => alone?.close());

const note = 'form.card textarea';
const noteOf = (page: Page) => page.$eval(note, (field) => (field as HTMLTextAreaElement).value);

/** Begins a card that is empty. */
async function begin(): Promise<void> {
  await press(panel, 'Write a note');
  await panel.waitForSelector(note);
}

describe('a card in hand', () => {
  it('is saved with what was typed in the very moment of saving', async () => {
    await begin();
    await typeAround('Kingfisher', 'Save', ' and otter');
    await see(panel, 'In the log');
    expect(await textOf(panel)).toContain('Kingfisher and otter');
  });

  it('comes back with what was typed in the very moment of discarding', async () => {
    await begin();
    await typeAround('Wren', 'Discard', ' and dunnock');
    await press(panel, 'Undo');
    await panel.waitForSelector(note);
    expect(await noteOf(panel)).toBe('Wren and dunnock');
  });
});

/** Types, presses a button of the card, and has typed more before anything can have come of it. */
const typeAround = (before: string, button: string, after: string) =>
  panel.evaluate(
    async ([first, pressed, then]) => {
      const field = document.querySelector('form.card textarea') as HTMLTextAreaElement;
      const type = (letters = '') => {
        field.value += letters;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      type(first);
      // Until there is something to save, it cannot be pressed.
      while (document.querySelector('form.card [aria-disabled]')) await new Promise((resolve) => setTimeout(resolve));
      for (const one of field.form?.querySelectorAll('button') ?? []) if (one.textContent === pressed) one.click();
      type(then);
    },
    [before, button, after],
  );
