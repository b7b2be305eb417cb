import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { asPhone, type FourSchools, firstSheet, schoolSheet, schools, startFourSchools } from './four-schools.ts';
import { focusOn, notLost, tabTo, use } from './keys.ts';
import { follow, go, gridOf, isFree, linkIn } from './log-page.ts';
import { fill, joinCluster, press, sayOwn, see, seeGone, startCluster, unfold } from './screens.ts';
import { figuresOverTwoYears } from './walk-figures.ts';
import { begin, writePartnership } from './walk-steps.ts';

const links: { [head: string]: string } = {};
const title = 'Every child in school, every day';
const reason = 'Our families have no bus. Who pays for it?';

let all: FourSchools;
let phone: Page;
let log: Page;
/** Hana’s log page, once she has come back. */
let hana: Page;

beforeAll(async () => {
  all = await startFourSchools();
  ({ phone } = all);
  const founding = { address: all.worker.address, cluster: 'Kestrel', name: 'Ann Archer' };
  await startCluster(await all.hers.welcome(), founding);
  log = await all.hers.open('log');
}, 180_000);

afterAll(() => all?.close());

describe('four schools begin from nothing', () => {
  it('the coordinator takes the first steps, and leaves in the middle', async () => {
    await see(log, '1 of 6 steps are done. Next: add the schools.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Go on setting up');
    await unfold(log, 'Name the cluster');
    await fill(log, 'What is it called?', 'Kestrel Vale');
    await press(log, 'Save what it is called');
    await log.waitForFunction(() => document.querySelector('.shell-name')?.textContent === 'Kestrel Vale');
    await fill(log, 'Schools, one a line', schoolSheet);
    for (const words of ['Understood: 4 schools', 'Its URN stands further up as well.', 'Left out: 2 lines']) {
      await see(log, words);
    }
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Add 4 schools');
    await see(log, 'Add the schools: done');
    await fill(log, 'Schools, one a line', 'Ash Lane 100001');
    await see(log, 'There already: Ash Lane Primary School.');
    await log.close();
  });

  it('she comes back and goes on where she was: a link for each head, and one for a second coordinator', async () => {
    log = await all.hers.open('log');
    await see(log, '2 of 6 steps are done. Next: invite a head for each school.');
    await press(log, 'Go on setting up');
    await see(log, 'Nobody yet');
    for (const [head, school] of Object.entries(schools)) {
      await press(log, `Invite the head of ${school}`);
      links[head] = await linkIn(log, `Invitation: ${school}`);
      expect(links[head]).toContain(`${all.worker.address}/join#`);
    }
    await see(log, 'Invite a head for each school: invited, not all here yet');
    await press(log, 'Invite a coordinator');
    await log.waitForSelector('section[aria-label="Invitation: coordinator"]');
    await see(log, 'Ask a second coordinator in: invited, not all here yet');
    expect(await faultsOf(log)).toEqual([]);
  });

  it('purpose, a value and rules are written from there', () => writePartnership(log));
});

describe('the figures of all are looked at first', () => {
  it('they are pasted from a spreadsheet', async () => {
    await go(log, 'priorities');
    await press(log, 'Begin with everybody’s figures');
    await press(log, 'Paste from a spreadsheet');
    await fill(log, 'Copied cells', firstSheet);
    await see(log, '7 figures to write; 1 left out.');
    await press(log, 'Write 7 figures');
    await see(log, '7 figures written.');
    await press(log, 'Good');
    await expect
      .poll(() => gridOf(log), { timeout: 10_000 })
      .toEqual([
        ['Persistent absence', '22.1%', '18.4%', '21%', '26%'],
        ['Reading at the expected standard', '70%', '61.5%', '', '58%'],
      ]);
  });

  it('each head comes in by the link and writes what the school noticed', async () => {
    for (const head of ['Hana', 'Ivo', 'Jo'] as const) {
      await all.visit(head, async (chromium) => {
        await joinCluster(await chromium.welcome(), { link: links[head] ?? '', name: `${head} Head` });
        const page = await chromium.open('log');
        await begin(page, head);
        // It is there before the browser is closed.
        await see(log, `Mondays are thin, says ${head}.`);
      });
    }
  });

  it('one of them on a phone, with nothing installed', async () => {
    await phone.bringToFront();
    await phone.goto(links.Kim ?? '');
    await follow(phone, 'Use in this browser');
    await fill(phone, 'Your name', 'Kim Kaur');
    await sayOwn(phone, true);
    await press(phone, 'Join');
    await press(phone, 'I have kept it');
    await phone.waitForSelector('h1 ::-p-text(Evidence)');
    await begin(phone, 'Kim');
    expect(await faultsOf(phone)).toEqual([]);
    await asPhone(phone);
    await log.bringToFront();
    await see(log, 'Mondays are thin, says Kim.');
    expect(await faultsOf(log)).toEqual([]);
  });
});

describe('a priority comes of it', () => {
  it('once the coordinator has seen who has come', async () => {
    await go(log, 'people', 'setup');
    await see(log, 'Invite a head for each school: done');
    await unfold(log, 'Invite a head for each school');
    for (const name of ['Hana Head', 'Ivo Head', 'Jo Head', 'Kim Kaur']) await see(log, `${name} can speak for it`);
    await follow(log, 'Go to Priorities');
    await press(log, 'Everybody’s figures');
  });

  it('is proposed with what measures it, why together, and what each strand plans', async () => {
    await log.locator('.scrutiny-grid input').click();
    await press(log, 'Propose a priority from these');
    await fill(log, 'What should change?', title);
    await fill(log, 'In more words', 'Nobody is away for a tenth of the year.');
    await fill(log, 'Why could no school achieve it alone?', 'Families have children in several of our schools.');
    await unfold(log, 'Peer review');
    await fill(log, 'Planned: Peer review', 'Each office is visited by another.');
    await fill(log, 'By whom: Peer review', 'The four attendance leads');
    await unfold(log, 'Cluster investment');
    await fill(log, 'Planned: Cluster investment', 'One family worker for all.');
    expect(await faultsOf(log)).toEqual([]);
    await press(log, 'Propose');
    await see(log, 'The four attendance leads');
  });
});

describe('every school has its say', () => {
  it('two agree in the extension', async () => {
    for (const head of ['Ivo', 'Jo'] as const) {
      await all.visit(head, async (chromium) => {
        const page = await chromium.open('log');
        await go(page, 'priorities');
        await see(page, `${schools[head]}: where it starts from and agree or object`);
        await follow(page, title);
        await press(page, 'Start from this');
        await press(page, `Agree for ${schools[head]}`);
        await see(page, `${schools[head]} has done its part`);
        await see(log, `✓ Agrees ${head} Head`);
      });
    }
    await log.bringToFront();
    await see(log, `${schools.Hana} and ${schools.Kim} have not agreed yet.`);
    expect(await isFree(log, 'Confirm that it is agreed')).toBe(false);
  });

  it('a third agrees by keyboard alone, and the focus is never lost', async () => {
    hana = await (await all.stay('Hana')).open('log');
    await hana.bringToFront();
    await see(hana, 'Nothing yet.');
    await use(hana, 'Priorities');
    await focusOn(hana, 'Priorities');
    await see(hana, 'Waiting for you');
    await use(hana, title);
    await focusOn(hana, title);
    await see(hana, 'yet to do');
    await use(hana, 'Start from this');
    await seeGone(hana, 'Start from this');
    await notLost(hana);
    // What she wrote of all the figures is no word on this, and she is told so.
    await see(hana, 'Written already of all the figures: ‘Mondays are thin, says Hana.’');
    await tabTo(hana, `What ${schools.Hana} noticed`);
    await hana.keyboard.type('It is the same families each week.');
    await use(hana, 'Write it down');
    await see(hana, '✓ Written');
    await notLost(hana);
    await use(hana, `Object for ${schools.Hana}`);
    await focusOn(hana, `Why ${schools.Hana} objects`);
    await use(hana, 'Cancel');
    await focusOn(hana, `Object for ${schools.Hana}`);
    await tabTo(hana, `Agree for ${schools.Hana}`, true);
    await hana.keyboard.press('Enter');
    await see(hana, `${schools.Hana} has done its part`);
    await notLost(hana);
  });

  it('the fourth objects on a phone, and everyone reads why', async () => {
    await phone.bringToFront();
    await go(phone, 'priorities');
    await see(phone, 'Waiting for you');
    await follow(phone, title);
    await press(phone, 'Start from this');
    await press(phone, `Object for ${schools.Kim}`);
    await press(phone, 'Say so');
    await see(phone, 'An objection needs its reason.');
    await focusOn(phone, `Why ${schools.Kim} objects`);
    await fill(phone, `Why ${schools.Kim} objects`, reason);
    await press(phone, 'Say so');
    await see(phone, '✕ Objects');
    expect(await faultsOf(phone)).toEqual([]);
    await asPhone(phone);
    for (const page of [log, hana]) {
      await see(page, reason);
      await see(page, `${schools.Kim} objects.`);
    }
    await log.bringToFront();
    expect(await isFree(log, 'Confirm that it is agreed')).toBe(false);
    expect(await faultsOf(log)).toEqual([]);
  });

  it('it is answered by what is planned, by keyboard; what the others agreed to stays as it was', async () => {
    await log.bringToFront();
    await go(log, 'priorities');
    await focusOn(log, 'Priorities');
    await use(log, title);
    await focusOn(log, title);
    await see(log, 'All priorities');
    await use(log, 'Edit');
    await focusOn(log, 'What should change?');
    await tabTo(log, 'Planned: Cluster investment');
    await log.keyboard.down('Control');
    await log.keyboard.press('End');
    await log.keyboard.up('Control');
    await log.keyboard.type(' The cluster pays for a bus.');
    await use(log, 'Save changes');
    await focusOn(log, 'Edit');
    await see(log, 'One family worker for all. The cluster pays for a bus.');
    await see(log, `${schools.Kim} objects.`);
  });

  it('the fourth is persuaded, and agrees on the phone', async () => {
    await phone.bringToFront();
    await see(phone, 'The cluster pays for a bus.');
    await press(phone, `Agree after all for ${schools.Kim}`);
    await see(phone, `${schools.Kim} has done its part`);
  });

  it('it is confirmed by keyboard, and is agreed for everyone', async () => {
    await log.bringToFront();
    await seeGone(log, 'Before it can be agreed:');
    await use(log, 'Confirm that it is agreed');
    await seeGone(log, 'Confirm that it is agreed');
    await notLost(log);
    for (const page of [log, hana, phone]) await see(page, 'Agreed');
    await phone.bringToFront();
    expect(await faultsOf(phone)).toEqual([]);
    await asPhone(phone);
    await log.bringToFront();
    await go(log, 'priorities');
    await see(log, 'Two places are free.');
    expect(await faultsOf(log)).toEqual([]);
    await go(log, 'evidence');
    await see(log, 'Nothing yet.');
  });
});

figuresOverTwoYears(() => ({ log, hana, phone }));
