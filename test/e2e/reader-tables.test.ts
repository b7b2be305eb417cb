import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { reportCard } from '../tools/pdf-reports.ts';
import { type Alone, startAlone } from './alone.ts';
import { faultsOf } from './axe.ts';
import { type Files, startFiles } from './files.ts';
import { highlighted, until } from './highlights.ts';
import { scrollTo } from './reader-pages.ts';
import { press, see, typedIn, unfold } from './screens.ts';
import { everythingStored } from './stored.ts';

let alone: Alone;
let files: Files;
let page: Page;
let panel: Page;

/** Does something as the coordinator, on the device that the browser is. */
async function act(actions: [{ name: string }, object][]): Promise<void> {
  const session = z.object({ meta: z.array(z.object({ key: z.string(), value: z.unknown() })) });
  const stored = JSON.parse(await everythingStored(panel)) as object[];
  const { meta } = session.parse(stored.find((one) => 'meta' in one));
  const { token } = z.object({ token: z.string() }).parse(meta.find(({ key }) => key === 'session')?.value);
  const groups = actions.map(([{ name }, body]) => [{ id: newId(), name, body, at: 0 }]);
  const { answers } = await post(alone.worker.address, 'actions', Answers, { groups }, token);
  expect(
    answers.every(({ ok }) => ok),
    JSON.stringify(answers),
  ).toBe(true);
}

/** Opens a PDF in the browser's own viewer and presses the button. */
async function openByButton(path: string): Promise<Page> {
  const tab = await alone.chromium.browser.newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`${files.address}${path}`);
  await alone.chromium.pressButton(tab);
  await tab.waitForSelector('.page .textLayer');
  return tab;
}

const chosen = (label: string) =>
  panel
    .locator(`::-p-aria([name="${label}"][role="combobox"])`)
    .map((list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
    .wait();

beforeAll(async () => {
  [alone, files] = await Promise.all([startAlone(), startFiles()]);
  const card = await makePdf(reportCard);
  files.set('/card.pdf', card);
  files.set('/elsewhere/1234', card);
  files.set('/prose.pdf', await makePdf([{ lines: paragraphs(['In 2024, 93% of pupils came.']) }]));
  page = await openByButton('/card.pdf');
  panel = await alone.chromium.panel();
  await see(panel, 'This page');
  const priority = newId();
  await act([
    [proposePriority, { id: priority, title: 'Attendance' }],
    [addSchool, { id: newId(), name: 'Marsh Academy', urn: '137654' }],
    [addSchool, { id: newId(), name: 'Hart Lane Primary', urn: '100002' }],
    [
      addIndicator,
      {
        id: newId(),
        unit: 'percent',
        direction: 'down',
        about: '',
        priorities: [priority],
        name: 'Overall absence of the school',
      },
    ],
  ]);
}, 120_000);
afterAll(() => Promise.all([alone?.close(), files?.close()]));

describe('the panel beside a report', () => {
  it('knows it by what it says: the school, the grades, and what to improve', async () => {
    await see(panel, 'One of our schools');
    await see(panel, 'Report card: Marsh Academy');
    await see(panel, 'Needs attention');
    await unfold(panel, 'What to improve: 2');
    await press(panel, 'Take it, number 2');
    await panel.waitForSelector('form.card');
    await see(panel, 'They should ask for evidence of what it achieves.');
    await press(panel, 'Save');
    await panel.waitForSelector('form.card', { hidden: true });
    await scrollTo(page, 2);
    await see(panel, 'On the page');
    const stored = await everythingStored(panel);
    expect(stored).toContain('"urn":"137654"');
    expect(stored).toMatch(/"page":2,"label":"2"|"label":"2","page":2/);
  });

  it('knows it at another address, whose name says nothing', async () => {
    const other = await openByButton('/elsewhere/1234');
    await see(panel, 'They should ask for evidence of what it achieves.');
    await see(panel, 'One of our schools');
    await other.close();
    await page.bringToFront();
    await see(panel, 'On the page');
  });
});

describe('a figure of a report’s table', () => {
  it('is taken with one press, and what it is of is proposed', async () => {
    await press(page, 'Tables');
    await press(page, '7.4%, 2023/24, This school');
    await see(panel, 'What it measures');
    expect(await chosen('What it measures')).toBe('Overall absence of the school');
    expect(await chosen('School')).toBe('Marsh Academy');
    expect(await chosen('Period')).toBe('2023/24');
    expect(await typedIn(panel, 'Number')).toBe('7.4');
    expect(await faultsOf(panel)).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('becomes evidence and, in the same group, a reading, and is highlighted where it stands', async () => {
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Marsh Academy, 2023/24');
    await until('both reached the log', async () => {
      const stored = await everythingStored(panel);
      return stored.includes('"kind":"reading"') && stored.includes('"period":"ay:2023","value":7.4');
    });
    await scrollTo(page, 3);
    // One of the two places with these words.
    await until('it is highlighted', async () => {
      const words = Object.values(await highlighted(page)).flat();
      return words.filter((one) => one === '7.4%').length === 1;
    });
  });

  it('opens the panel where it was closed', async () => {
    await panel.close();
    await press(page, 'SUPP, 2022/23, This school');
    panel = await alone.chromium.panel();
    await see(panel, 'What it measures');
    expect(await chosen('What stands there')).toContain('Suppressed');
    await press(panel, 'Cancel');
  });

  it('is reached from the panel, and a whole table is kept', async () => {
    await press(page, 'Search');
    await press(panel, 'Record a figure');
    await page.waitForSelector('.reader-tables');
    await press(page, 'Keep the table: Overall absence');
    await panel.waitForSelector('form.card table');
    expect(await panel.$$eval('form.card tbody tr', (rows) => rows.length)).toBe(3);
    await press(panel, 'Discard');
  });
});

describe('a file without tables', () => {
  it('offers none, and says what to do', async () => {
    const prose = await openByButton('/prose.pdf');
    await press(panel, 'Record a figure');
    await see(prose, 'No table in this file can be read beyond doubt.');
    await prose.close();
  });
});
