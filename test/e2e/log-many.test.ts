import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { type Chromium, extensionId, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { type Filled, fillMany, lookedAt, putOlder } from './many.ts';
import { fill, joinCluster, press, saveCard, see, seeGone } from './screens.ts';

const size = 10_000;
const secret = 'only for this test, thirty-two characters and more';
const data = mkdtempSync(join(tmpdir(), 'goldthread-many-'));
let worker: LocalWorker;
let founded: Founded;
let filled: Filled;
let chromium: Chromium;
let panel: Page;

/** Ann, who has no screen here, saves a note. */
async function annNotes(note: string): Promise<void> {
  const body = { id: newId(), passages: [], note, tags: [], priorities: [] };
  const groups = [[{ id: newId(), name: saveEvidence.name, body, at: Date.now() }]];
  const { answers } = await post(worker.address, 'actions', Answers, { groups }, founded.joined.token);
  expect(answers).toMatchObject([{ ok: true }]);
}

/** The rows of the list that are in the document: the place that each says it has, and its words. */
const rows = (page = panel) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.log-list > li')].map((row) => ({
      place: Number(row.ariaPosInSet),
      of: Number(row.ariaSetSize),
      words: row.textContent,
    })),
  );

/** Waits until every row near what is seen has its entry. */
const allCome = () =>
  panel.waitForFunction(() => [...document.querySelectorAll('.log-row')].every((row) => row.querySelector('article')));

/** What the field for words holds, in place of what was in it. */
async function findWords(words: string): Promise<void> {
  await panel.locator('input[type=search]').fill(words);
}

/** What the live region says of what was found. */
const foundWords = (page = panel) =>
  page.evaluate(() => document.querySelector('.log-filters [role=status]')?.textContent ?? '');

const found = (words: string, page = panel) => expect.poll(() => foundWords(page), { timeout: 20_000 }).toBe(words);

/** Chooses from one of the lists of the filter. */
async function choose(label: string, option: string): Promise<void> {
  const list = await panel.waitForSelector(`.log-selects ::-p-aria([name="${label}"][role="combobox"])`);
  const values = await list?.evaluate((element, wanted) => {
    const { options } = element as HTMLSelectElement;
    return [...options].filter(({ text }) => text === wanted).map(({ value }) => value);
  }, option);
  expect(values, `${option} under ${label}`).toHaveLength(1);
  await list?.select(...(values ?? []));
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data, vars: { OPERATOR_SECRET: secret } });
  founded = await foundAt(worker.address);
  filled = await fillMany(worker.address, secret, founded, size);
  chromium = await launchChromium();
  await joinCluster(await chromium.welcome(), { link: await founded.link(), name: 'Ben Baker' });
  panel = await chromium.open('sidepanel');
  await panel.setViewport({ width: 360, height: 800 });
}, 240_000);

afterAll(async () => {
  await chromium?.close();
  await worker?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('a log of ten thousand', () => {
  it('shows the newest first, and holds only those near what is seen', async () => {
    await expect.poll(async () => (await rows())[0]?.of, { timeout: 60_000 }).toBe(size);
    await see(panel, filled.noteOf(size - 1));
    const there = await rows();
    expect(there.length).toBeLessThan(40);
    expect(there[0]).toMatchObject({ place: 1, of: size });
    expect(there.map(({ place }) => place)).toEqual(there.map((_, i) => i + 1));
  });

  it('is read to its end and back by keyboard', async () => {
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const last = async () => (await rows()).at(-1);
    await expect
      .poll(
        async () => {
          await panel.keyboard.press('End');
          return (await last())?.place;
        },
        { timeout: 20_000 },
      )
      .toBe(size);
    await expect.poll(async () => (await last())?.words).toContain(filled.noteOf(0));
    // From the last entry the keyboard goes backwards through those before it, which are there when it comes.
    await panel.evaluate(() => document.querySelector<HTMLElement>('.log-list > li:last-child button')?.focus());
    await panel.keyboard.down('Shift');
    for (let i = 0; i < 40; i++) {
      await panel.keyboard.press('Tab');
      await allCome();
    }
    await panel.keyboard.up('Shift');
    const at = await panel.evaluate(() => {
      const row = document.activeElement?.closest('li[data-key]');
      const box = document.activeElement?.getBoundingClientRect();
      return { place: Number(row?.ariaPosInSet), seen: box !== undefined && box.top >= 0 && box.bottom <= innerHeight };
    });
    expect(at.place).toBeLessThan(size - 6);
    expect(at.place).toBeGreaterThan(size - 60);
    expect(at.seen).toBe(true);
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.keyboard.press('Home');
    await expect.poll(async () => (await rows())[0]?.place).toBe(1);
  });

  it('stays where it is read when something arrives above', async () => {
    await panel.evaluate(() => scrollTo(0, 400_000));
    await expect.poll(async () => (await rows())[0]?.place).toBeGreaterThan(100);
    await allCome();
    const seen = () =>
      panel.evaluate(() => {
        const row = [...document.querySelectorAll<HTMLElement>('.log-row')].find(
          (one) => one.getBoundingClientRect().top > 0,
        );
        return { words: row?.textContent, top: row?.getBoundingClientRect().top ?? 0 };
      });
    const before = await seen();
    await annNotes('News from Ann');
    await expect.poll(async () => (await rows())[0]?.of).toBe(size + 1);
    await see(panel, 'New in the log, from Ann Archer');
    const after = await seen();
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
    await panel.evaluate(() => scrollTo(0, 0));
    await see(panel, 'News from Ann');
  });

  it('keeps what is being written, and the focus in it, however far one scrolls, and whatever is looked for', async () => {
    await press(panel, 'Write a note');
    await saveCard(panel, 'A note of Ben’s');
    await see(panel, 'A note of Ben’s');
    await press(panel, 'Edit');
    await panel.waitForSelector('form.edit-entry textarea');
    await panel.locator('form.edit-entry textarea').fill('Half written');
    await panel.focus('form.edit-entry textarea');
    await panel.evaluate(() => scrollTo(0, 900_000));
    await expect.poll(async () => (await rows()).at(-1)?.place).toBeGreaterThan(1000);
    const written = () =>
      panel.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('form.edit-entry textarea');
        return { value: field?.value, focused: field === document.activeElement };
      });
    expect(await written()).toEqual({ value: 'Half written', focused: true });
    const places = (await rows()).map(({ place }) => place);
    // Itself, and those beside it, where the next Tab goes.
    expect(places.slice(0, 3)).toEqual([1, 2, 3]);
    expect(places[3]).toBeGreaterThan(100);
    await panel.evaluate(() => scrollTo(0, 0));
    await findWords('nothing of the kind');
    await found('1 found');
    expect((await written()).value).toBe('Half written');
    await press(panel, 'Cancel');
    await see(panel, 'Nothing in the log is like that.');
    await press(panel, 'Show the whole log');
    await see(panel, 'A note of Ben’s');
  });
});

describe('what is looked for', () => {
  it('is found by words, in whatever case and without accents, the last one begun', async () => {
    await findWords('NAIVE caf');
    await found('100 found');
    await allCome();
    expect((await rows()).map(({ words }) => words.includes('naïve'))).not.toContain(false);
    await findWords('entry 9876 man');
    await found('1 found');
    await see(panel, filled.noteOf(9876));
    await seeGone(panel, filled.noteOf(9875));
    await findWords('entry 98765');
    await found('0 found');
    await see(panel, 'Nothing in the log is like that.');
    await press(panel, 'Show the whole log');
    await found('');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('is narrowed by priority, school, person, tag and stance', async () => {
    await press(panel, 'Filter');
    await press(panel, 'Every child reads fluently');
    await found('5,000 found');
    await choose('School', 'Alder Primary');
    await found('1,667 found');
    await choose('Stance', 'Supports');
    await found('1,667 found');
    await choose('Person', 'Bob Brown');
    await found('0 found');
    await choose('Person', 'Anyone');
    await choose('Tag', 'even');
    await found('1,667 found');
    await findWords('cafe');
    // Every hundredth of every sixth.
    await found('34 found');
  });

  it('stays when the panel is closed and opened again, and never hides a card in hand', async () => {
    await press(panel, 'Write a note');
    await panel.waitForSelector('form.card textarea');
    await fill(panel, 'So what for us?', 'In hand all the while');
    await panel.close();
    panel = await chromium.open('sidepanel');
    await found('34 found');
    await panel.waitForSelector('form.card textarea');
    await press(panel, 'Filter (4)');
    await panel.locator('.log-facets').wait();
    await press(panel, 'Clear');
    await found('');
    await expect.poll(async () => (await rows())[0]?.of).toBe(size + 2);
    await press(panel, 'Discard');
    await see(panel, 'Discarded.');
  });

  it('may be what was withdrawn', async () => {
    await see(panel, 'A note of Ben’s');
    await press(panel, 'Withdraw');
    await see(panel, 'Withdrawn.');
    await seeGone(panel, 'Withdrawn.');
    await expect.poll(async () => (await rows())[0]?.of).toBe(size + 1);
    await panel.locator('.log-facets .choice').click();
    await found('10,002 found');
    await see(panel, 'A note of Ben’s');
    await press(panel, 'Clear');
    await seeGone(panel, 'A note of Ben’s');
  });
});

describe('what is new since one last looked', () => {
  it('is counted, set apart by a line, and gone to', async () => {
    await panel.close();
    for (const n of [1, 2, 3]) await annNotes(`Fresh ${n} from Ann`);
    const opened = Date.now();
    panel = await chromium.open('sidepanel');
    await panel.setViewport({ width: 360, height: 500 });
    await panel.locator('button ::-p-text(3 new since)').click();
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('Fresh 1 from Ann');
    const line = await panel.evaluate(() => {
      const lines = document.querySelectorAll('.log-boundary');
      return { count: lines.length, words: lines[0]?.textContent, under: lines[0]?.closest('li')?.textContent };
    });
    expect(line).toMatchObject({ count: 1, words: expect.stringMatching(/^↑ 3 new since \d\d:\d\d, above$/) });
    expect(line.under).toContain('News from Ann');
    await expect.poll(() => panel.evaluate(lookedAt)).toBeGreaterThan(opened);
  });

  it('is no longer new when one comes back', async () => {
    await panel.close();
    panel = await chromium.open('sidepanel');
    await see(panel, 'Fresh 3 from Ann');
    await annNotes('One more from Ann');
    await see(panel, '1 new since');
    await seeGone(panel, '4 new since');
  });
});

describe('a log of more than one list can hold', () => {
  const more = 15_000;

  it('goes on with older entries when they are asked for', async () => {
    await panel.close();
    const page = await chromium.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/managed-schema.json`);
    await page.evaluate(putOlder, more);
    await page.close();
    panel = await chromium.open('sidepanel');
    const all = size + more + 5;
    await expect.poll(async () => (await rows())[0]?.of, { timeout: 60_000 }).toBe(all);
    await panel.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(async () => (await rows()).at(-1)?.place).toBe(20_000);
    await press(panel, 'Show older');
    await expect.poll(() => panel.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe('20001');
    await allCome();
    expect((await rows()).map(({ words }) => words.includes('Older'))).not.toContain(false);
    await press(panel, 'Show newer');
    await expect.poll(() => panel.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe('20000');
  });
});
