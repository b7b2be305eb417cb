import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { type Alone, startAlone } from './alone.ts';
import { actHere } from './figure-screen.ts';
import { until } from './highlights.ts';
import { press, saveCard, see, select } from './screens.ts';
import { type Sites, startSites } from './sites.ts';

const title = 'Every child a fluent reader';
const address = 'https://schoolsweek.co.uk/news-from-a-town-called-reading/';

/** News of schools in a town called Reading: they name it, and are about something else each time. */
const fromTheTown = [
  'Reading schools will share a minibus for swimming. Reading has two pools that schools can book.',
  'The Reading schools’ choir sings at the town hall. All schools in Reading may send ten pupils.',
  'Reading council has set school term dates. Schools in Reading break up a day later than in Slough.',
  'A new footbridge will help pupils to walk to schools in Reading. Work in Reading starts in May.',
  'Reading schools raised £4,000 for the hospice. Reading families baked cakes for the stall.',
  'The Reading heads’ supper is on the 9th. Teachers from all Reading schools are welcome.',
  'School meals in Reading will come from a new kitchen. Reading schools asked for more vegetables.',
  'Reading pupils won the county chess cup. Three schools in Reading sent a team.',
  'Parking near Reading schools is to be banned. Parents in Reading will have to walk a little.',
  'Photographs of old Reading schools are on show. Pupils in Reading drew their own town.',
];
const another =
  'The mayor will open the garden at one of the Reading schools. Pupils from all over Reading planted it.';
const rightly = 'Pupils who cannot decode need daily phonics to become fluent readers.';
const all = [...fromTheTown, another, rightly];

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;
beforeAll(async () => {
  const body = all.map((words, i) => `<p id="p${i}">${words}</p>`).join('\n');
  sites = await startSites({ [address]: `<!doctype html><title>News from a town</title><h1>News</h1>${body}` });
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await page.goto(address);
  await alone.chromium.pressButton(page);
  panel = await alone.chromium.panel();
  await see(panel, 'This page');
  await actHere(panel, alone.worker.address, [[proposePriority, { id: newId(), title }]]);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

/** Takes one of the passages in hand. */
async function take(words: string): Promise<void> {
  await page.bringToFront();
  await select(page, `#p${all.indexOf(words)}`);
  await alone.chromium.pressButton(page);
  await panel.waitForSelector('form.card .priority-choice');
}

const isChosen = () => panel.$eval('form.card .priority-choice input', (box) => (box as HTMLInputElement).checked);
const chosen = () => until('it is suggested', isChosen);

/** What is stored in a table of this device. */
const storedIn = (table: string) =>
  panel.evaluate(
    (name) =>
      new Promise<{ [field: string]: unknown }[]>((resolve) => {
        const open = indexedDB.open('goldthread');
        open.onsuccess = () => {
          const asked = open.result.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => {
            open.result.close();
            resolve(asked.result);
          };
        };
      }),
    table,
  );

/** Says that it is not about the priority, whether or not it is suggested yet: then nothing is chosen for its author. */
async function chooseNone(): Promise<void> {
  const press = () => panel.locator('form.card .priority-choice').click();
  const draft = async () => (await storedIn('drafts'))[0];
  await press();
  await until('the choice is its author’s', async () => (await draft())?.choice === 'own');
  const isLeft = async () => JSON.stringify((await draft())?.priorities) !== '[]';
  if (!(await isLeft())) return;
  await press();
  await until('nothing is chosen', async () => !(await isLeft()));
}

/** From how many entries this device has learnt. */
async function learnt(): Promise<number> {
  const row = (await storedIn('meta')).find(({ key }) => key === 'learned');
  return (row?.value as { model: { n: number } } | undefined)?.model.n ?? 0;
}

it('a wrong suggestion that was corrected ten times is not made again', async () => {
  await take(another);
  await chosen();
  await press(panel, 'Discard');
  await panel.waitForSelector('form.card', { hidden: true });

  for (const [i, words] of fromTheTown.entries()) {
    await take(words);
    // Before all ten are learnt it may have been understood already.
    if (i === 0) await chosen();
    await chooseNone();
    await saveCard(panel, `Of the town, ${i}`);
    await panel.waitForSelector('form.card', { hidden: true });
  }

  // A card in hand is what makes it learn, from what is in the log.
  const inLog = async () => (await storedIn('records')).filter(({ kind }) => kind === 'evidence').length;
  await until('all ten are in the log', async () => (await inLog()) === fromTheTown.length);
  await take(rightly);
  await chosen();
  await until('all ten are learnt', async () => (await learnt()) === fromTheTown.length);
  await press(panel, 'Discard');
  await panel.waitForSelector('form.card', { hidden: true });

  // Whatever flickers is seen.
  await panel.evaluate(() => {
    const world = globalThis as { suggested?: boolean };
    const look = () => {
      const box = document.querySelector<HTMLInputElement>('form.card .priority-choice input');
      if (box?.checked || document.body.innerText.includes('because it speaks of')) world.suggested = true;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const suggested = () => panel.evaluate(() => (globalThis as { suggested?: boolean }).suggested ?? false);
  await take(another);
  // It goes on thinking along: what is rightly suggested is.
  await panel.locator('form.card textarea').fill('What is ');
  expect(await suggested()).toBe(false);
  await panel.locator('form.card textarea').fill(`${rightly} ${rightly}`);
  await chosen();
}, 120_000);
