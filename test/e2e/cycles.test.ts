import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import type { Chromium } from './chromium.ts';
import { seedCycles } from './cycle-seed.ts';
import { choose, go, isFree, take, tick } from './log-page.ts';
import { joinOnPhone, phone } from './phone.ts';
import { fill, press, see, seeGone, textOf, unfold } from './screens.ts';
import { recordsIn } from './stored.ts';
import { startTap, type Tap } from './tap.ts';
import { schoolNames, startThreeSchools, type ThreeSchools } from './three-schools.ts';

let all: ThreeSchools;
let ann: Page;
let ben: Page;
const [hill, vale, quay] = schoolNames;
const question = 'Does ten minutes of echo reading a day help fluency?';
let cycle: string;
let bare: Chromium;
let eve: Page;
let tap: Tap;
const downloads = mkdtempSync(join(tmpdir(), 'goldthread-meeting-'));

const hash = (page: Page) => new URL(page.url()).hash.split('/').at(-1) ?? '';
/** Waits until a button can be pressed, or cannot. */
const free = (page: Page, name: string, yes: boolean) => expect.poll(() => isFree(page, name)).toBe(yes);

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben } = all);
  await seedCycles(all);
  tap = await startTap(all.address);
  const link = (await all.founded.link('head', [all.schools.quay])).replace(all.address, tap.address);
  ({ bare, page: eve } = await joinOnPhone(link, 'Eve Eaton'));
}, 240_000);

afterAll(async () => {
  await bare?.close();
  await tap?.close();
  await all?.close();
  rmSync(downloads, { recursive: true, force: true, maxRetries: 5 });
});

describe('a cycle', () => {
  it('begins under a priority, with what one’s own school will try', async () => {
    await go(ben, 'cycles');
    await see(ben, 'No cycle yet.');
    expect(await faultsOf(ben)).toEqual([]);
    await go(ben, 'cycles', 'new');
    await press(ben, 'Begin');
    await see(ben, 'Say what you want to find out.');
    await fill(ben, 'What do you want to find out?', question);
    await tick(ben, 'Ben Baker');
    await tick(ben, 'Fluent at 7');
    await fill(ben, `What ${hill} will try`, 'Year 3, straight after lunch');
    expect(await faultsOf(ben)).toEqual([]);
    expect(await textOf(ben)).not.toContain(`What ${vale} will try`);
    await press(ben, 'Begin');
    await see(ben, 'Year 3, straight after lunch');
    cycle = hash(ben);
  });

  it('is not adopted without evidence, nor where nobody acted, and says so before the button', async () => {
    await unfold(ben, 'Close it with a decision');
    await see(ben, 'Nothing that still stands was gathered for it. Add evidence from the log first');
    expect(await isFree(ben, 'Close with this decision')).toBe(false);
    await take(ben, 'Abandon');
    await free(ben, 'Close with this decision', true);
    await unfold(ben, 'Add evidence from the log');
    await fill(ben, 'Words in it', 'echo minute');
    await press(ben, 'Add it: Echo reading raised words per minute');
    await press(ben, 'Let it go: Echo reading raised words per minute');
    await see(ben, 'No evidence yet.');
    await press(ben, 'Add it: Echo reading raised words per minute');
    await seeGone(ben, 'No evidence yet.');
    await take(ben, 'Adopt');
    await see(ben, 'No school has said yet what it did. Without that it cannot be adopted.');
    expect(await isFree(ben, 'Close with this decision')).toBe(false);
    expect(await faultsOf(ben)).toEqual([]);
  });

  it('is joined on a phone without a connection: what is written there reaches the others with it', async () => {
    await go(eve, 'cycles', cycle);
    await see(eve, 'Year 3, straight after lunch');
    await tap.shut();
    await see(eve, 'Offline');
    await unfold(eve, `What ${quay} will try`);
    await fill(eve, `${quay} will try`, 'Two classes, one without');
    await press(eve, `Save what ${quay} will try`);
    await see(eve, 'Two classes, one without');
    expect(await faultsOf(eve)).toEqual([]);
    await eve.setViewport(phone);
    expect(await textOf(ben)).not.toContain('Two classes, one without');
  });

  it('has two activities, to one of which its host replies', async () => {
    const planned = [
      { title: 'Visit to Hill View', host: hill, visitor: vale },
      { title: 'A lesson planned together', host: vale, visitor: hill },
    ];
    for (const { title, host, visitor } of planned) {
      await go(ben, 'activities', 'new', cycle);
      await see(ben, 'For the cycle');
      await fill(ben, 'What is it?', title);
      await choose(ben, 'Host', host);
      await tick(ben, visitor);
      await press(ben, 'Plan it');
      await see(ben, 'Part of');
      if (host !== hill) continue;
      await unfold(ben, 'Write it');
      await fill(ben, 'What did you see?', 'Children read to one another.');
      await press(ben, 'Save: What we saw');
      await see(ben, 'Word it anew');
      await unfold(ben, 'Write it');
      await fill(ben, `What does ${hill} say?`, 'They do it every day.');
      await press(ben, `Save: What ${hill} says to that`);
      await see(ben, 'They do it every day.');
      await unfold(ben, 'Add evidence from the log');
      await press(ben, 'Add it: The quietest readers gained nothing');
      await see(ben, 'Challenges · Cat Carter');
      expect(await faultsOf(ben)).toEqual([]);
    }
    await see(ben, `Somebody of ${vale} writes this.`);
    expect(await textOf(ben)).not.toContain(`What does ${vale} say?`);
    await press(ben, 'Call it off');
    await press(ben, 'Call it off');
    await press(ben, 'It takes place after all');
    await seeGone(ben, 'It takes place after all');
    await go(ben, 'activities');
    await see(ben, 'Visit to Hill View');
    expect(await faultsOf(ben)).toEqual([]);
  });

  it('goes through its stages to a decision, which everyone reads', async () => {
    await go(ben, 'cycles', cycle);
    await see(ben, 'A lesson planned together');
    await press(ben, 'Move on: Act');
    await tap.open();
    await see(ben, 'Two classes, one without');
    await see(eve, 'A lesson planned together');
    await unfold(ben, `What ${hill} did`);
    await fill(ben, `What did ${hill} do?`, 'Four days of five, for six weeks');
    await press(ben, `Save what ${hill} did`);
    await see(ben, 'Four days of five, for six weeks');
    await press(ben, 'Move on: Observe');
    await press(ben, 'Move on: Reflect');
    await see(ben, 'Back: Observe');
    await go(ann, 'meeting');
    await see(ann, `${question}: adopt, adapt or abandon what was tried`);
    await free(ben, 'Close with this decision', true);
    await fill(ben, 'What did you find?', 'It helped most, not all.');
    await press(ben, 'Close with this decision');
    await see(ben, 'Say what the others should know.');
    await fill(ben, 'What do you tell the others?', 'Start with the keenest class.');
    await press(ben, 'Close with this decision');
    await see(ben, 'Start with the keenest class.');
    await go(ann, 'cycles', cycle);
    await see(ann, 'Adopted');
    await ann.waitForSelector('.watched svg[role=img]');
    await see(ann, 'Four days of five, for six weeks');
    expect(await faultsOf(ann)).toEqual([]);
    await go(ann, 'cycles');
    await see(ann, 'Closed: adopted');
    await see(eve, 'Start with the keenest class.');
    expect(await faultsOf(ann)).toEqual([]);
    const [cycles, activities] = await Promise.all([recordsIn(ann, 'cycle'), recordsIn(ann, 'activity')]);
    await go(ann, 'priorities', String(cycles[0]?.body?.priority));
    await see(ann, 'What is done for it');
    await see(ann, 'Visit to Hill View');
    await see(ann, 'Nobody has said anything to it yet.');
    expect(await faultsOf(ann)).toEqual([]);
    expect(activities.map(({ body }) => body?.cycle)).toEqual([cycle, cycle]);
  });
});

describe('a figure', () => {
  it('is challenged where it stands, and that is told to whom it belongs and at the meeting', async () => {
    await go(ann, 'so-what');
    await unfold(ann, 'Support and challenge: Fluent at 7');
    await choose(ann, 'Which figure?', `${vale}, 2024/25: 58%`);
    await press(ann, 'Respond');
    await press(ann, 'Challenge');
    await fill(ann, 'What would you like to say?', 'Of how many children?');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Say it');
    await see(ann, 'Support and challenge (1): Fluent at 7');
    await go(ben, 'review', 'waiting');
    await unfold(ben, 'Not answered yet by anyone (1)');
    await see(ben, `About: Fluent at 7, ${vale}, 2024/25: 58%`);
  });
});

describe('for our meeting', () => {
  it('tells what is new for and against, who objects and what is owed', async () => {
    await go(ann, 'meeting');
    await see(ann, 'Everything so far: no meeting is kept yet.');
    await see(ann, 'Quayside Academy objects: We did that last year.');
    await see(ann, 'The quietest readers gained nothing');
    await see(ann, 'Every child a fluent reader: agree, or say what stands in the way');
    expect(await faultsOf(ann)).toEqual([]);
  });

  it('takes a decision, which becomes something to finish', async () => {
    await unfold(ann, 'Enter a decision');
    await press(ann, 'Enter the decision');
    await see(ann, 'Say what was decided.');
    await fill(ann, 'What was decided?', 'Hill View shows Quayside how');
    await choose(ann, 'Who sees to it?', 'Ben Baker');
    await press(ann, 'Enter the decision');
    await see(ann, 'To carry out');
    expect(await faultsOf(ann)).toEqual([]);
    await go(ben, 'meeting');
    await press(ben, 'Respond: Hill View shows Quayside how');
    await press(ben, 'Respond');
    await press(ben, 'Question');
    await fill(ben, 'What would you like to say?', 'On which day?');
    await press(ben, 'Say it');
    await see(ann, 'about Hill View shows Quayside how: On which day?');
    expect(await faultsOf(ben)).toEqual([]);
    await go(eve, 'meeting');
    await see(eve, 'about Hill View shows Quayside how: On which day?');
    expect(await faultsOf(eve)).toEqual([]);
    await eve.setViewport(phone);
    await go(ann, 'review', 'waiting');
    await see(ann, 'is about what you put there');
    await go(ann, 'meeting');
    await press(ann, 'Decide anew: Hill View shows Quayside how');
    await fill(ann, 'What was decided?', 'Hill View shows Quayside how, on a Tuesday');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Enter the decision');
    await see(ann, 'in place of: Hill View shows Quayside how');
    await press(ben, 'Done: Hill View shows Quayside how, on a Tuesday');
    await fill(ben, 'What came of it?', 'They came');
    await press(ben, 'It is done');
    await see(ann, 'Hill View shows Quayside how, on a Tuesday: They came');
  });

  it('is kept, and the next begins with its day; the page leaves as plain text', async () => {
    await unfold(ann, 'Keep this meeting');
    await fill(ann, 'What was it?', 'Heads’ meeting');
    await tick(ann, 'Ben Baker');
    await fill(ann, 'Notes', 'Short and good.');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Keep the meeting');
    await see(ann, 'Since we last met');
    await unfold(ann, 'Earlier meetings');
    await see(ann, 'They came');
    await ann.locator('button ::-p-text(Correct it)').click();
    await fill(ann, 'Notes', 'Short, good, and on time.');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Save the meeting');
    await see(ann, 'Short, good, and on time.');
    await ann.locator('button ::-p-text(Add what was decided)').click();
    await fill(ann, 'What was decided?', 'We meet on the first Monday');
    await press(ann, 'Enter the decision');
    await see(ann, 'We meet on the first Monday');
    await seeGone(ann, 'The quietest readers gained nothing');
    await see(ben, 'Since we last met');
    const keptNow = async () => (await recordsIn(ann, 'meeting'))[0];
    await expect.poll(async () => (await keptNow())?.body?.notes).toBe('Short, good, and on time.');
    const kept = await keptNow();
    const ofIt = async () => (await recordsIn(ann, 'decision')).filter(({ body }) => body?.meeting === kept?.id);
    await expect.poll(async () => (await ofIt()).length).toBe(1);
    await ann.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text;
      };
    });
    await press(ann, 'Copy as text');
    await expect
      .poll(() => ann.evaluate(() => document.body.dataset.copied ?? ''))
      .toContain('To decide\n– Every child');
  });

  it('is a Word file in one click, which others read', async () => {
    const browser = await all.hers.browser.target().createCDPSession();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await ann.bringToFront();
    await press(ann, 'Save as Word');
    const file = 'for-our-meeting.docx';
    await expect.poll(() => readdirSync(downloads), { timeout: 30_000 }).toContain(file);
    const buffer = readFileSync(join(downloads, file));
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value).toContain('To decide');
    expect(value).toContain(`about Fluent at 7, ${vale}`);
  });

  it('prints without its buttons', async () => {
    await ann.emulateMediaType('print');
    const text = await textOf(ann);
    await ann.emulateMediaType('screen');
    expect(text).toContain('To decide');
    expect(text).not.toContain('Copy as text');
    expect(text).not.toContain('Enter a decision');
  });
});
