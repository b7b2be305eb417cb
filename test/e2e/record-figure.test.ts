import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { type Alone, startAlone } from './alone.ts';
import { faultsOf } from './axe.ts';
import { actHere, chooseIn, chosenIn, clickCellOf, figurePage } from './figure-screen.ts';
import { until } from './highlights.ts';
import { press, see, seeGone, textOf, typedIn } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';
import { everythingStored } from './stored.ts';

/** Pages written after the services' own, under their own addresses. Nothing is asked of the real ones. */
const pages: Pages = {
  'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england/2023-24':
    figurePage('ees-multi-level'),
  'https://www.compare-school-performance.service.gov.uk/school/100001': figurePage('compare-performance'),
  'https://beta.schoolprofiles.education.gov.uk/school/100001/elm-grove-academy/attendance':
    figurePage('school-profiles'),
  'https://get-school-improvement-insights.education.gov.uk/school/primary/100001/': figurePage('compare-performance'),
};
const [statistics = '', performance = '', profiles = '', insights = ''] = Object.keys(pages);

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;

async function goTo(url: string): Promise<void> {
  await page.bringToFront();
  await page.goto(url);
}

beforeAll(async () => {
  sites = await startSites(pages);
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await goTo(statistics);
  await alone.chromium.pressButton(page);
  panel = await alone.chromium.panel();
  await see(panel, 'Record a figure');
  const priority = newId();
  const indicator = { unit: 'percent', direction: 'down', about: '', priorities: [priority] };
  await actHere(panel, alone.worker.address, [
    [proposePriority, { id: priority, title: 'Attendance' }],
    [addSchool, { id: newId(), name: 'Elm Grove Academy', urn: '100001' }],
    [addSchool, { id: newId(), name: 'Hart Lane Primary', urn: '100002' }],
    [addIndicator, { id: newId(), ...indicator, name: 'Overall absence' }],
    [
      addIndicator,
      { id: newId(), ...indicator, direction: 'up', name: 'Meeting the expected standard', priorities: [] },
    ],
    [addIndicator, { id: newId(), ...indicator, unit: 'count', name: 'Number of pupils', priorities: [] }],
  ]);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

const chosen = (label: string) => chosenIn(panel, label);
const choose = (label: string, words: string) => chooseIn(panel, label, words);
const clickCell = (words: string, selector?: string) => clickCellOf(page, words, selector);

/** Only what is in view of the log is laid out. */
const scrollToLog = () => panel.$eval('::-p-aria([name="Log"][role="heading"])', (heading) => heading.scrollIntoView());

describe('a figure of a multi-level table', () => {
  it('is pointed at by mouse, and its headers, period and indicator are proposed', async () => {
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await clickCell('5.5%');
    await see(panel, 'What it measures');
    expect(await textOf(panel)).toContain('Eldshire · State-funded primary');
    expect(await textOf(panel)).toContain('Absence type · Overall absence rate · 2023/24');
    expect(await chosen('What it measures')).toBe('Overall absence');
    expect(await chosen('Period')).toBe('2023/24');
    expect(await typedIn(panel, 'Number')).toBe('5.5');
    expect(await chosen('How settled it is')).toBe('Revised');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('is a reading with its evidence, once a person has said of which school', async () => {
    await press(panel, 'Record it');
    await see(panel, 'Choose the school.');
    await choose('School', 'Hart Lane Primary');
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Hart Lane Primary, 2023/24');
    await until('both reached the log', async () => {
      const stored = await everythingStored(panel);
      return stored.includes('"kind":"reading"') && stored.includes('"period":"ay:2023","value":5.5');
    });
    await see(panel, 'On the page');
    await scrollToLog();
    await panel.waitForSelector('.entry table');
    expect(await panel.$eval('.entry table', (table) => table.textContent)).toContain('5.5%');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('leaves nothing of ours in the page', async () => {
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  it('is reached by arrow keys in the panel, and left with Escape', async () => {
    await panel.bringToFront();
    await press(panel, 'Record a figure');
    await panel.waitForFunction(() => document.activeElement?.role === 'application', { polling: 100 });
    await panel.keyboard.press('ArrowDown');
    await see(panel, 'Overall absence rate · 2022/23: 7.4%');
    await panel.keyboard.press('ArrowRight');
    await see(panel, 'Overall absence rate · 2023/24: 7.1%');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    await see(panel, 'State-funded special · Absence type · Overall absence rate · 2023/24: 12.9%');
    expect(await faultsOf(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await see(panel, 'Record a figure');
    await until('the outline is gone', () => page.evaluate(() => document.documentElement.children.length === 2));
  });

  it('that is suppressed is recorded as that', async () => {
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await page.bringToFront();
    await clickCell('c', 'tbody tr:nth-child(3) td');
    await see(panel, 'What it measures');
    expect(await chosen('What stands there')).toContain('Suppressed');
    // The cluster chose this indicator before for the same headers of the same site.
    expect(await chosen('What it measures')).toBe('Overall absence');
    await press(panel, 'Cancel');
  });

  it('that loads late is found', async () => {
    await page.evaluate(() => {
      const late = document.querySelector('table')?.cloneNode(true) as HTMLElement;
      for (const one of document.querySelectorAll('table')) one.remove();
      setTimeout(() => document.querySelector('h1')?.after(late), 300);
    });
    await press(panel, 'Record a figure');
    await page.waitForSelector('table');
    await clickCell('5.9%');
    await see(panel, 'What it measures');
    await press(panel, 'Cancel');
  });
});

describe('a whole table', () => {
  it('is kept as a table, on the card and in the log', async () => {
    await goTo(statistics);
    await see(panel, 'Record a figure');
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await panel.keyboard.press('ArrowDown');
    await see(panel, '7.4%');
    await press(panel, 'Keep its table');
    await panel.waitForSelector('form.card table');
    expect(await panel.$$eval('form.card tbody tr', (rows) => rows.length)).toBe(4);
    await press(panel, 'Save');
    await panel.waitForSelector('form.card', { hidden: true });
    await scrollToLog();
    await panel.waitForFunction(
      () => [...document.querySelectorAll('.entry table')].some((one) => one.querySelectorAll('tr').length === 5),
      { polling: 100 },
    );
    expect(await faultsOf(panel)).toEqual([]);
  });
});

describe('a head’s own school', () => {
  it('is proposed where the page names it; a small number of pupils is withheld everywhere', async () => {
    await goTo(performance);
    await see(panel, 'Record a figure');
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await clickCell('71%');
    await see(panel, 'What it measures');
    expect(await chosen('School')).toBe('Elm Grove Academy');
    expect(await chosen('What it measures')).toBe('Meeting the expected standard');
    await press(panel, 'Cancel');
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await clickCell('4', 'tbody tr:nth-child(2) td:last-child');
    await see(panel, 'So few pupils might be recognised');
    expect(await chosen('What it measures')).toBe('Number of pupils');
    await press(panel, 'Record it');
    await see(panel, 'Recorded for Elm Grove Academy');
    await scrollToLog();
    await panel.waitForFunction(
      () => document.querySelector('.entry table td:last-child')?.textContent === 'Suppressed',
      {
        polling: 100,
      },
    );
    const stored = await everythingStored(panel);
    expect(stored).toContain('"value":"suppressed"');
    expect(stored).not.toContain('"exact":"4"');
  });

  it('has its charts’ points too', async () => {
    await goTo(profiles);
    await see(panel, 'Record a figure');
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await page.$eval('canvas', (canvas) => canvas.setAttribute('style', 'display:block;width:300px;height:100px'));
    await page.bringToFront();
    await page.click('canvas');
    await see(panel, 'Which of the chart’s figures');
    await press(panel, 'Cancel');
  });

  it('or another of ours is all that a service behind a sign-in may be recorded of, by a coordinator', async () => {
    await goTo(insights);
    await see(panel, 'Record a figure');
    await press(panel, 'Record a figure');
    await see(panel, 'Click a figure on the page');
    await clickCell('71%');
    await see(panel, 'Only people who sign in may see this source');
    await seeGone(panel, 'Only keep it as evidence');
    const schools = await panel.$$eval('select', ([, list]) => list && [...list.options].map(({ text }) => text));
    // The coordinator of this cluster is of no school, and answers for all of them.
    expect(schools).toEqual(['Choose one', 'Elm Grove Academy', 'Hart Lane Primary']);
    expect(await chosen('School')).toBe('Elm Grove Academy');
    await see(panel, 'record it for a school of ours alone');
    await press(panel, 'Cancel');
  });
});
