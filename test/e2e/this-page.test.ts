import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSchool } from '../../shared/cluster/schools.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { editIndicator } from '../../shared/priorities/indicator.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { root } from '../tools/run-process.ts';
import { type Attendance, startAttendance } from './attendance.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { fill, joinCluster, press, saveCard, see, seeGone, select, textOf, unfold } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';
import { everythingStored } from './stored.ts';

const fixture = (path: string) => readFileSync(join(root, 'test/fixtures/sources', path), 'utf8');
const provider = 'https://reports.ofsted.gov.uk/provider/21/100000';
const performance =
  'https://www.compare-school-performance.service.gov.uk/school/199999/far-green-primary-school/primary';
const release =
  'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england/2022-23';
const reading = 'https://educationendowmentfoundation.org.uk/news/phonics-and-fluency';
const nothing = 'https://www.gov.uk/renew-driving-licence';

const pages: Pages = {
  [provider]: fixture('ofsted-reports/report-card.html'),
  [performance]: fixture('compare-performance/school.html').replaceAll('Hill Primary', 'Far Green Primary'),
  [release]: fixture('explore-statistics/release.html'),
  [reading]: `<!doctype html><title>Phonics and fluency</title><h1>Phonics and fluency</h1>
    <p id="phonics">Systematic phonics helps pupils to decode, and daily practice makes fluent readers of them.</p>
    <p id="weather">It rained on the day of the conference, and the coffee was cold before the second talk.</p>`,
  [nothing]: '<!doctype html><title>Renew your driving licence - GOV.UK</title><h1>Renew your driving licence</h1>',
};

let kestrel: Attendance;
let sites: Sites;
let chromium: Chromium;
let page: Page;
let panel: Page;
const [hill, fluent] = [newId(), newId()];

beforeAll(async () => {
  sites = await startSites(pages);
  [kestrel, chromium] = await Promise.all([startAttendance(), launchChromium({ args: sites.args })]);
  const { act, reading, indicator, priority } = kestrel;
  await act(addSchool, { id: hill, name: 'Hill Primary School', urn: '199907', before: ['100000'] });
  await reading(hill, 'term:2023:autumn', 94);
  const source = { url: release.replace(/\/[^/]*$/, ''), title: 'Pupil absence' };
  await act(editIndicator, { id: indicator, rev: 1, source });
  const words = { passages: [], tags: [], priorities: [priority] };
  await act(saveEvidence, { id: newId(), ...words, note: 'Hill Primary School greets every child at the gate' });
  await act(proposePriority, { id: fluent, title: 'Every child a fluent reader' });
  await joinCluster(await chromium.welcome(), { link: await kestrel.invitation(), name: 'Cy Cooper' });
  page = await chromium.browser.newPage();
  await page.goto(provider);
  await chromium.pressButton(page);
  panel = await chromium.panel();
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await Promise.all([kestrel?.close(), sites?.close()]);
});

const section = (name: string) =>
  panel.$$eval(
    'section',
    (all, heading) => all.find((one) => one.querySelector('h3')?.textContent === heading)?.innerText ?? '',
    name,
  );

describe('a head’s walk over three data sites', () => {
  it('on the page of a school of ours: what it is, and where the school is on each priority', async () => {
    await see(panel, 'Ofsted’s page of a school · Ofsted · inspected 20 January 2026');
    await see(panel, 'One of our schools, here under the number that it had before (100000)');
    const words = await section('Hill Primary School');
    expect(words).toContain('Days in school');
    expect(words).toContain('Attendance: not known yet: nothing to compare with');
    expect(words).toContain('Now 94% (Autumn term 2023/24)');
    await unfold(panel, 'Its neighbours in the cluster');
    await see(panel, 'Thistledown Lane');
    await unfold(panel, 'In the log about it: 1');
    await see(panel, 'Hill Primary School greets every child at the gate');
    await unfold(panel, 'Open for this school');
    await see(panel, 'Attendance: where you start from');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('its grades are shown on their own scale, and taken with one press each, with their place', async () => {
    await see(panel, 'Report card');
    const given = await panel.$$eval('.page-grades > li', (all) =>
      all.map((one) => one.querySelector('span')?.innerText),
    );
    expect(given).toContain('Personal development and well-being Expected standard');
    await press(panel, 'Take it: Inclusion, Strong standard');
    await panel.waitForSelector('form.card');
    await panel.waitForFunction(() => document.querySelector('form.card')?.textContent.includes('Strong standard'));
    await press(panel, 'Take it: Safeguarding, Met');
    await panel.waitForFunction(() =>
      document.querySelector('form.card')?.textContent.includes('Safeguarding standards met'),
    );
    await saveCard(panel, 'Inclusion leads the way');
    await see(panel, 'On the page');
    await unfold(panel, 'In the log about it: 2');
    await see(panel, 'Inclusion leads the way');
  });

  it('on the page of another school: ours beside it', async () => {
    await page.goto(performance);
    await see(panel, 'Far Green Primary School is not one of our schools.');
    const words = await section('Our figures beside it');
    expect(words).toContain('Ours: 89% to 94%, in the middle 91.5% (3 of 3 schools, Autumn term 2023/24)');
    expect(words).not.toContain('come from');
    await seeGone(panel, 'Report card');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('on a statistics release: that it is superseded, and the indicator that it feeds', async () => {
    await page.goto(release);
    await see(panel, 'Something newer has taken the place of this.');
    await see(
      panel,
      'Official statistics · Department for Education · published 21 March 2024 · updated 16 October 2025 · for 2022/23',
    );
    await see(panel, 'its figures come from here');
    await see(panel, 'Copy how to name this source');
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('a clip keeps what the page says of itself', async () => {
    await select(page, '[data-testid="overall-absence-statistic"]');
    await chromium.pressButton(page);
    await panel.waitForSelector('form.card');
    await saveCard(panel, 'Nearly twice what it was');
    await see(panel, 'On the page');
    const source = await everythingStored(panel);
    expect(source).toMatch(/"kind":"statistics"/);
    expect(source).toMatch(/"updated":"2025-10-16"/);
    expect(source).toMatch(/"licence":"Open Government Licence v3.0"/);
    expect(source).toMatch(/"urn":"100000"/);
  });

  it('a page that is nothing to us is called nothing', async () => {
    await page.goto(nothing);
    await seeGone(panel, 'Our figures beside it');
    await see(panel, 'Nothing from this page is in the log yet.');
    const words = await textOf(panel);
    for (const kind of ['Guidance', 'Official statistics', 'Copy how to name']) expect(words).not.toContain(kind);
  });
});

describe('a card in hand', () => {
  const title = 'Every child a fluent reader';
  const isChosen = (chosen: boolean) =>
    panel.waitForFunction(
      (name, wanted) =>
        [...document.querySelectorAll('form.card .priority-choice')].some(
          (one) => one.textContent.includes(name) && one.querySelector('input')?.checked === wanted,
        ),
      { polling: 50 },
      title,
      chosen,
    );
  const take = async (selector: string) => {
    await select(page, selector);
    await chromium.pressButton(page);
    await panel.waitForSelector('form.card textarea');
  };
  const keys = async (...down: ('Alt' | 'Digit1' | 'Digit2')[]) => {
    for (const key of down) await panel.keyboard.down(key);
    for (const key of down.reverse()) await panel.keyboard.up(key);
  };

  it('has the priority chosen that its words speak of, with the reason', async () => {
    await page.goto(reading);
    await take('#phonics');
    await isChosen(true);
    const words = await textOf(panel);
    expect(words).toMatch(/because it speaks of .*phonics/i);
    expect(await faultsOf(panel)).toEqual([]);
    await saveCard(panel, 'So we begin with sounds');
    await see(panel, 'On the page');
    expect(await everythingStored(panel)).toMatch(
      new RegExp(`"note":"So we begin with sounds"[^}]*"priorities":\\["${fluent}"\\]`),
    );
  });

  it('has none chosen where nothing is suggested', async () => {
    await take('#weather');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await isChosen(false);
    expect(await textOf(panel)).not.toContain('because it speaks of');
  });

  it('follows what is written, until one key chooses otherwise; then nothing is chosen for anyone', async () => {
    await fill(panel, 'So what for us?', 'Fluent readers need phonics first');
    await isChosen(true);
    await panel.focus('form.card textarea');
    await keys('Alt', 'Digit2');
    await isChosen(false);
    await fill(panel, 'So what for us?', 'Fluent readers need phonics first, and decodable books');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await isChosen(false);
    // The number is typed where one types, and chooses where one chooses.
    await panel.focus('form.card textarea');
    await keys('Digit2');
    await isChosen(false);
    await panel.focus('form.card .priority-choice input');
    await keys('Digit2');
    await isChosen(true);
    await keys('Digit2');
    await isChosen(false);
    await press(panel, 'Discard');
  });
});
