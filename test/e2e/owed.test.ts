import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { recordNoticing } from '../../shared/priorities/noticing.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { setBaseline, setStretch, setTarget } from '../../shared/priorities/target.ts';
import { type Attendance, startAttendance } from './attendance.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, extensionId, launchChromium } from './chromium.ts';
import { fill, joinCluster, press, sayOwn, see, seeGone, textOf, unfold } from './screens.ts';

let kestrel: Attendance;
let chromium: Chromium;
let log: Page;
let phone: Chromium;
let app: Page;

beforeAll(async () => {
  [kestrel, chromium, phone] = await Promise.all([startAttendance(), launchChromium(), launchChromium({ bare: true })]);
  await joinCluster(await chromium.welcome(), { link: await kestrel.invitation(), name: 'Cy Cooper' });
  log = await chromium.browser.newPage();
  log.setDefaultTimeout(30_000);
  await log.setViewport({ width: 1280, height: 900 });
  await log.goto(`chrome-extension://${extensionId}/log.html#/so-what/due`);
});

afterAll(async () => {
  await Promise.all([chromium?.close(), phone?.close()]);
  await kestrel?.close();
});

describe('what is due', () => {
  const words = () => `Attendance: the figure for ${periodLabel(kestrel.period)}`;

  it('is listed by school, with a message that has a link for each thing', async () => {
    await log.bringToFront();
    await see(log, 'Amberwick Junior');
    await see(log, words());
    await unfold(log, 'A message to send');
    await see(log, kestrel.figureLink(kestrel.amberwick));
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
    await app.goto(kestrel.figureLink(kestrel.amberwick));
    await see(app, 'One thing waits for you here.');
    expect(await faultsOf(app)).toEqual([]);
    await app.setViewport({ width: 320, height: 640 });
    await app.goto('about:blank');
    await app.goto(await kestrel.invitation());
    await app.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
    await fill(app, 'Your name', 'Bo Baker');
    await sayOwn(app, true);
    await press(app, 'Join');
    await press(app, 'I have kept it');
    await app.waitForSelector('h1 ::-p-text(Evidence)');
    for (const school of [kestrel.amberwick, kestrel.thistledown]) {
      await app.goto('about:blank');
      await app.goto(kestrel.figureLink(school));
      await app.waitForSelector('h1 ::-p-text(Attendance)');
      expect(await app.$('nav')).toBeNull();
      if (school === kestrel.amberwick) {
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
    for (const school of [kestrel.amberwick, kestrel.thistledown]) {
      await app.bringToFront();
      await app.goto('about:blank');
      await app.goto(kestrel.agreeLink(school));
      await see(app, 'Days in school');
      if (school === kestrel.amberwick) {
        expect(await faultsOf(app)).toEqual([]);
        await app.setViewport({ width: 320, height: 640 });
      }
      await press(app, school === kestrel.amberwick ? 'Agree for Amberwick Junior' : 'Agree for Thistledown Lane');
      await see(app, 'That is all. Thank you.');
    }
    await log.bringToFront();
    await seeGone(log, 'Days in school: agree');
  });

  it('is empty once everything is given', async () => {
    const { act, amberwick, thistledown, indicator, priority } = kestrel;
    const start = await kestrel.reading(amberwick, 'term:2021:autumn', 87);
    await act(setBaseline, { id: newId(), indicator, school: amberwick, reading: start });
    const token = await kestrel.head();
    const target = { indicator, school: thistledown, period: 'term:2030:autumn' };
    await act(setTarget, { id: newId(), ...target, value: 95 }, token);
    await act(setStretch, { id: newId(), ...target, value: 96, contribution: 'A family worker' }, token);
    for (const school of [amberwick, thistledown]) {
      await act(recordNoticing, { id: newId(), school, priority, text: 'Mondays and Fridays' }, token);
    }
    await press(log, 'Set it: Attendance: your own target');
    await press(log, 'Set: Own target, Amberwick Junior');
    await fill(log, 'Own target in %', '95');
    await press(log, 'Set it');
    await press(log, 'Set it: Attendance: your stretch target');
    await press(log, 'Set: Stretch target, Amberwick Junior');
    await fill(log, 'Stretch target in %', '96');
    await fill(log, 'What does the partnership contribute?', 'The same family worker');
    await press(log, 'Set it');
    await see(log, 'Nothing is open. Thank you, everyone.');
    expect(await faultsOf(log)).toEqual([]);
  });
});
