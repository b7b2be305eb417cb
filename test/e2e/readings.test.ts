import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Issued, Joined, joinLink, newKeys } from '../../shared/cluster/access.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority } from '../../shared/priorities/agreement.ts';
import { dayAt, releasesOf } from '../../shared/priorities/due.ts';
import { addIndicator } from '../../shared/priorities/indicator.ts';
import { recordNoticing } from '../../shared/priorities/noticing.ts';
import { linkToThing } from '../../shared/priorities/one-thing.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { enterReading } from '../../shared/priorities/reading.ts';
import { setBaseline } from '../../shared/priorities/target.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type LocalWorker, startLocalWorker } from '../tools/local-worker.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, extensionId, launchChromium } from './chromium.ts';
import { type Founded, foundAt } from './founded.ts';
import { fill, joinCluster, press, sayOwn, see, seeGone, textOf, unfold } from './screens.ts';

const data = mkdtempSync(join(tmpdir(), 'goldthread-readings-'));
let worker: LocalWorker;
let founded: Founded;
let chromium: Chromium;
let phone: Chromium;
let log: Page;
let panel: Page;
let app: Page;

const [priority, indicator, amberwick, thistledown] = [newId(), newId(), newId(), newId()];
/** The figure that comes out in the month in which the test runs, whichever that is. */
const month = dayAt(Date.now()).slice(0, 7);
const due = { part: 'autumn', month: Number(month.slice(5)) } as const;
const [release] = releasesOf([due], month, month);

/** Does something as Ann, or as whose token it is, on a device that has no screen here. */
async function act({ name }: { name: string }, body: object, token = founded.joined.token): Promise<void> {
  const groups = [[{ id: newId(), name, body, at: Date.now() }]];
  const { answers } = await post(worker.address, 'actions', Answers, { groups }, token);
  expect(answers, name).toEqual([{ id: groups[0]?.[0]?.id, ok: true, seq: expect.any(Number) }]);
}

async function reading(school: string, period: string, value: unknown, more: object = {}): Promise<string> {
  const id = newId();
  await act(enterReading, { id, indicator, school, period, value, status: 'own', ...more });
  return id;
}

/** A code for one person who is of both schools. */
async function codeFor(role: 'coordinator' | 'head'): Promise<string> {
  const body = { role, schools: [amberwick, thistledown], uses: 1, days: 14 };
  return (await post(worker.address, 'invitations', Issued, body, founded.joined.token)).code;
}

const invitation = async () => joinLink(worker.address, await codeFor('coordinator'));

/** A head who joins without a browser. */
const head = async () =>
  post(worker.address, 'join', Joined, { code: await codeFor('head'), name: 'Di', device: 'A phone', keys: newKeys() });

const choose = (page: Page, label: string, value: string) =>
  page.locator(`::-p-aria([name="${label}"][role="combobox"])`).fill(value);
const tick = (page: Page, words: string) => page.locator(`::-p-text(${words})`).click();
const lastOption = (page: Page) =>
  page.$eval('.targets select', (select) => (select as HTMLSelectElement).options[2]?.value ?? '');
const pictures = (page: Page) =>
  page.$$eval('svg.chart', (all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
/** Waits until the picture of the school in this place says so. */
const pictured = (page: Page, place: number, words: string) =>
  page.waitForFunction(
    (at, wanted) => document.querySelectorAll('svg.chart')[at]?.getAttribute('aria-label')?.includes(wanted),
    { polling: 50 },
    place,
    words,
  );
const rows = (page: Page) => page.$$eval('.progress-table tr', (all) => all.map((row) => row.innerText));

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

beforeAll(async () => {
  worker = await startLocalWorker({ port: 0, data });
  founded = await foundAt(worker.address);
  await act(addSchool, { id: amberwick, name: 'Amberwick Junior', urn: '199902' });
  await act(addSchool, { id: thistledown, name: 'Thistledown Lane', urn: '199901' });
  const alone = 'Families have children in both schools';
  await act(proposePriority, {
    id: priority,
    title: 'Days in school',
    alone,
    starts: '2023-09-01',
    review: '2098-07-01',
  });
  await act(adoptPriority, { id: priority, rev: 1, on: '2023-09-01', minuted: 'Heads’ meeting' });
  const about = { about: 'All pupils', unit: 'percent', direction: 'up', priorities: [priority] };
  await act(addIndicator, { id: indicator, name: 'Attendance', ...about, due: [due] });
  const start = await reading(thistledown, 'term:2022:autumn', 90);
  await act(setBaseline, { id: newId(), indicator, school: thistledown, reading: start });
  await reading(thistledown, 'term:2023:autumn', 91.5);
  await reading(amberwick, 'term:2022:autumn', 88);
  await reading(amberwick, 'term:2023:autumn', 89, { status: 'provisional' });
  const words = { passages: [], tags: [], priorities: [priority] };
  await act(saveEvidence, { id: newId(), ...words, note: 'Mondays are still thin', stance: 'challenges' });
  [chromium, phone] = await Promise.all([launchChromium(), launchChromium({ bare: true })]);
  await joinCluster(await chromium.welcome(), { link: await invitation(), name: 'Cy Cooper' });
  log = await chromium.browser.newPage();
  log.setDefaultTimeout(30_000);
  await log.setViewport({ width: 1280, height: 900 });
  await log.goto(`chrome-extension://${extensionId}/log.html#/so-what`);
  panel = await chromium.open('sidepanel');
});

afterAll(async () => {
  await Promise.all([chromium?.close(), phone?.close()]);
  await worker?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

describe('figures over two years', () => {
  it('are in the picture, in its words and in the table', async () => {
    await log.bringToFront();
    await see(log, 'Days in school');
    await log.waitForSelector('svg.chart');
    expect(await pictures(log)).toEqual([
      'Amberwick Junior. Now 89% (Autumn term 2023/24). Not known yet: nothing to compare with.',
      'Thistledown Lane. Start 90% (Autumn term 2022/23); now 91.5% (Autumn term 2023/24). On the way.',
    ]);
    expect((await rows(log)).at(-1)).toContain('88%, 89%, 90%');
    await see(log, 'Has run for');
    await see(log, 'To be reviewed on 1 July 2098');
    await see(log, 'Mondays are still thin');
  });

  it('are revised, and what stood before is kept', async () => {
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', amberwick);
    await choose(log, 'Period', 'term:2023:autumn');
    await see(log, 'In the log: 89%');
    await fill(log, 'Value in %', '89.4%');
    await choose(log, 'How settled is it?', 'revised');
    await press(log, 'Correct it');
    await see(log, 'Entered: 89.4%, Autumn term 2023/24');
    await log.waitForFunction(() => document.activeElement?.textContent === 'Done');
    await see(log, '89.4% (corrected)');
  });

  it('are taken back at once, by the keyboard, and what they replaced holds again', async () => {
    await log.keyboard.press('Tab');
    await log.keyboard.press('Enter');
    await see(log, 'In the log: 89%');
    await see(log, '89% (provisional)');
    await fill(log, 'Value in %', '89.6');
    await press(log, 'Correct it');
    await see(log, 'Entered: 89.6%');
    await press(log, 'Done');
  });

  it('of few pupils are withheld, never zero', async () => {
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', amberwick);
    await choose(log, 'Period', 'other');
    await fill(log, 'Which one?', 'Autumn 2024');
    await fill(log, 'Value in %', '50');
    await unfold(log, 'How many pupils, source and note');
    await fill(log, 'How many are in the group?', '9');
    await see(log, 'So few pupils might be recognised.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Enter it as suppressed');
    await press(log, 'Enter it');
    await see(log, 'Entered: Suppressed, Autumn term 2024/25');
    await pictured(log, 0, 'suppressed (autumn term 2024/25)');
    await press(log, 'Done');
  });

  it('that cannot be compared cut the line', async () => {
    const before = await log.$$eval('svg.chart', ([, own]) => own?.querySelectorAll('.chart-line').length);
    expect(before).toBe(1);
    await press(log, 'Enter a figure: Attendance');
    await choose(log, 'School', thistledown);
    await choose(log, 'Period', 'other');
    await fill(log, 'Which one?', 'Autumn 2024/25');
    await fill(log, 'Value in %', '95');
    await tick(log, 'It cannot be compared with earlier figures');
    await press(log, 'Enter it');
    await see(log, 'Entered: 95%');
    await see(log, '95% (series breaks here)');
    const drawn = await log.$$eval('svg.chart', ([, own]) => ({
      lines: own?.querySelectorAll('.chart-line').length,
      breaks: own?.querySelectorAll('.chart-break').length,
    }));
    expect(drawn).toEqual({ lines: 1, breaks: 1 });
    await see(log, 'the series breaks: set the start and the target anew');
    await press(log, 'Done');
  });

  it('find nothing wrong in the picture, light and dark, narrow and wide', async () => {
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
  });
});

describe('targets', () => {
  it('are set anew after a break: a start, an own target, and one that goes beyond it', async () => {
    await unfold(log, 'Targets of Thistledown Lane');
    await press(log, 'Change: Start, Thistledown Lane');
    await log.waitForSelector('.targets select');
    await log.select('.targets select', await lastOption(log));
    await press(log, 'Start from it');
    await press(log, 'Set: Own target, Thistledown Lane');
    await fill(log, 'Own target in %', '96');
    await press(log, 'Set it');
    await see(log, '96% by');
    await press(log, 'Set: Stretch target, Thistledown Lane');
    await fill(log, 'Stretch target in %', '95.5');
    await see(log, 'A stretch target goes beyond the school’s own: more than 96%.');
    await fill(log, 'Stretch target in %', '97');
    await fill(log, 'What does the partnership contribute?', 'A shared family worker');
    await press(log, 'Set it');
    await see(log, 'A shared family worker');
    await pictured(log, 1, 'own target 96% by');
    await pictured(log, 1, 'stretch target 97% by');
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
  });
});

describe('in the panel', () => {
  it('each thread says in a line where we are, what is due and what is new', async () => {
    await panel.bringToFront();
    await see(panel, 'Nothing to compare yet; 2 figures due; 1 new in the log');
  });

  it('a thread opens what it holds, without leaving the page', async () => {
    await panel.locator('button.thread-line').click();
    await panel.waitForSelector('.thread-inside svg.chart');
    await see(panel, 'What is due');
    await see(panel, 'Challenges it: 1');
    expect(await faultsOf(panel)).toEqual([]);
  });
});

describe('what is due', () => {
  const words = () => `Attendance: the figure for ${periodLabel(release?.period ?? '')}`;

  it('is listed by school, with a message that has a link for each thing', async () => {
    await log.bringToFront();
    await go(log, '#/so-what/due');
    await see(log, 'Amberwick Junior');
    await see(log, words());
    await unfold(log, 'A message to send');
    const link = linkToThing(worker.address, {
      ...{ what: 'reading', indicator, school: amberwick, period: release?.period ?? '' },
    });
    await see(log, link);
    expect(await faultsOf(log)).toEqual([]);
    await log.setViewport({ width: 1280, height: 900 });
    await press(log, 'By month');
    await see(log, `Thistledown Lane · ${words()}`);
    expect(await textOf(log)).toMatch(/comes out in/);
  });

  it('is done on a phone by who has joined there, and by nobody else', async () => {
    app = await phone.browser.newPage();
    app.setDefaultTimeout(30_000);
    await app.setViewport({ width: 320, height: 640 });
    await app.goto(await invitation());
    await app.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
    await fill(app, 'Your name', 'Bo Baker');
    await sayOwn(app, true);
    await press(app, 'Join');
    await press(app, 'I have kept it');
    await app.waitForSelector('h1 ::-p-text(Evidence)');
    const about = { indicator, period: release?.period ?? '' };
    for (const school of [amberwick, thistledown]) {
      await app.goto('about:blank');
      await app.goto(linkToThing(worker.address, { what: 'reading', school, ...about }));
      await app.waitForSelector('h1 ::-p-text(Attendance)');
      expect(await app.$('nav')).toBeNull();
      if (school === amberwick) {
        expect(await faultsOf(app)).toEqual([]);
        await app.setViewport({ width: 320, height: 640 });
      }
      await fill(app, 'Value in %', '94');
      await press(app, 'Enter it');
      await see(app, 'Entered: 94%');
      await press(app, 'Done');
      await see(app, 'That is all. Thank you.');
    }
    await log.bringToFront();
    await press(log, 'By school');
    await seeGone(log, words());
  });

  it('is agreed to on a phone too', async () => {
    for (const school of [amberwick, thistledown]) {
      await app.bringToFront();
      await app.goto('about:blank');
      await app.goto(linkToThing(worker.address, { what: 'agree', priority, school }));
      await see(app, 'Days in school');
      if (school === amberwick) {
        expect(await faultsOf(app)).toEqual([]);
        await app.setViewport({ width: 320, height: 640 });
      }
      await press(app, school === amberwick ? 'Agree for Amberwick Junior' : 'Agree for Thistledown Lane');
      await see(app, 'That is all. Thank you.');
    }
    await log.bringToFront();
    await seeGone(log, 'Days in school: agree');
  });

  it('is empty once everything is given', async () => {
    const start = await reading(amberwick, 'term:2021:autumn', 87);
    await act(setBaseline, { id: newId(), indicator, school: amberwick, reading: start });
    await press(log, 'Set it: Attendance: your own target');
    await press(log, 'Set: Own target, Amberwick Junior');
    await fill(log, 'Own target in %', '95');
    await press(log, 'Set it');
    await press(log, 'Set it: Attendance: your stretch target');
    await press(log, 'Set: Stretch target, Amberwick Junior');
    await fill(log, 'Stretch target in %', '96');
    await fill(log, 'What does the partnership contribute?', 'The same family worker');
    await press(log, 'Set it');
    const { token } = await head();
    for (const school of [amberwick, thistledown]) {
      await act(recordNoticing, { id: newId(), school, priority, text: 'Mondays and Fridays' }, token);
    }
    await see(log, 'Nothing is open. Thank you, everyone.');
    expect(await faultsOf(log)).toEqual([]);
  });
});
