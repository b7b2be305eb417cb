import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSchool } from '../../shared/cluster/schools.ts';
import { Evidence, isWithdrawn } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline } from '../../shared/priorities/target.ts';
import { type Alone, startAlone } from './alone.ts';
import { faultsOf } from './axe.ts';
import { actHere, chosenIn, clickCellOf, figurePage } from './figure-screen.ts';
import { until } from './highlights.ts';
import { press, see, seeGone } from './screens.ts';
import { type Sites, startSites } from './sites.ts';
import { recordsIn } from './stored.ts';

const statistics =
  'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england/2023-24';

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;
beforeAll(async () => {
  sites = await startSites({ [statistics]: figurePage('ees-multi-level') });
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await page.goto(statistics);
  await alone.chromium.pressButton(page);
  panel = await alone.chromium.panel();
  const about = { about: '', unit: 'percent', direction: 'down', priorities: [] };
  await actHere(panel, alone.worker.address, [
    [addSchool, { id: newId(), name: 'Elm Grove Academy', urn: '100001' }],
    [addIndicator, { id: newId(), ...about, name: 'Overall absence' }],
  ]);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

/** Takes a figure of the page into the form. */
async function take(words: string): Promise<void> {
  await press(panel, 'Record a figure');
  await see(panel, 'Click a figure on the page');
  await clickCellOf(page, words);
  await see(panel, 'What it measures');
  expect(await chosenIn(panel, 'School')).toBe('Elm Grove Academy');
}

const focused = () => panel.evaluate(() => document.activeElement?.textContent);
const startHere = async () => {
  await see(panel, 'This is where Elm Grove Academy starts from');
  await panel.locator('form label.choice input').click();
};
const bodies = async <Body>(kind: { kind: string; read(record: never): Body | null }) =>
  (await recordsIn(panel, kind.kind)).map(({ id, body }) => ({ id, ...(body as Body) }));
const readings = () => bodies(Reading);
const baselines = () => bodies(Baseline);
const newestBaseline = async () => (await baselines()).sort((a, b) => b.at - a.at)[0];

describe('a figure that is recorded', () => {
  it('can be where its school starts from, in the same press', async () => {
    await take('5.9%');
    await startHere();
    expect(await faultsOf(panel)).toEqual([]);
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Elm Grove Academy, 2022/23');
    await until('both reached the log', async () => (await baselines()).length === 1);
    const [reading] = await readings();
    expect((await newestBaseline())?.reading).toBe(reading?.id);
  });

  it('is taken back by the button that has the focus, with what came of it', async () => {
    await take('5.5%');
    await see(panel, 'It takes the place of 5.9%, 2022/23.');
    await startHere();
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Elm Grove Academy, 2023/24');
    await until('it is in the log', async () => (await readings()).length === 2);
    await panel.waitForFunction(() => document.activeElement?.textContent === 'Undo', { polling: 100 });
    expect(await faultsOf(panel)).toEqual([]);
    await panel.keyboard.press('Enter');
    await see(panel, 'Taken back.');
    await panel.waitForFunction(() => document.activeElement?.textContent === 'Record a figure', { polling: 100 });
    await until('it is withdrawn', async () => {
      const gone = (await readings()).filter(({ withdrawn }) => withdrawn);
      return gone.length === 1 && gone[0]?.value === 5.5;
    });
    // Where it started from before holds again.
    const first = (await readings()).find(({ value }) => value === 5.9);
    await until('the baseline is as before', async () => (await newestBaseline())?.reading === first?.id);
    expect((await bodies(Evidence)).filter(isWithdrawn)).toHaveLength(1);
  });

  it('is taken back without a connection too', async () => {
    await alone.tap.shut();
    await see(panel, 'Offline');
    await take('7.4%');
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Elm Grove Academy, 2022/23');
    await press(panel, 'Undo');
    await see(panel, 'Taken back.');
    await alone.tap.open();
    await seeGone(panel, 'Offline');
    expect(await focused()).toBe('Record a figure');
    await seeGone(panel, 'On this device');
    const present = (await readings()).filter(({ withdrawn }) => !withdrawn);
    expect(present.map(({ value }) => value)).toEqual([5.9]);
  });
});
