import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { objectPriority } from '../../shared/priorities/agreement.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { faultsOf } from './axe.ts';
import { actAs } from './founded.ts';
import { choose, go, isFree } from './log-page.ts';
import { fill, press, see, seeGone, textOf, unfold } from './screens.ts';
import { recordsIn } from './stored.ts';
import { schoolNames, startThreeSchools, type ThreeSchools } from './three-schools.ts';

let all: ThreeSchools;
let ann: Page;
let ben: Page;
const [hill, vale] = schoolNames;
const question = 'Does ten minutes of echo reading a day help fluency?';
let cycle: string;

const hash = (page: Page) => new URL(page.url()).hash.split('/').at(-1) ?? '';
/** Ticks the box with these words, or chooses what they stand beside. */
const tick = (page: Page, words: string) =>
  page.locator(`::-p-aria([name="${words}"][role="checkbox"])`).setTimeout(10_000).click();
const take = (page: Page, words: string) => page.locator(`label.choice ::-p-text(${words})`).setTimeout(10_000).click();
/** Waits until a button can be pressed, or cannot. */
const free = (page: Page, name: string, yes: boolean) => expect.poll(() => isFree(page, name)).toBe(yes);

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben } = all);
  const { address, cat, dan } = all;
  const priority = newId();
  const body = { id: priority, title: 'Every child a fluent reader', alone: 'Families move between us.' };
  await actAs(address, cat, proposePriority, body);
  const against = { id: newId(), priority, school: all.schools.quay, wording: 0, objection: 'We did that last year.' };
  await actAs(address, dan, objectPriority, against);
  const piece = { passages: [], tags: [], priorities: [priority] };
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), note: 'Echo reading raised words per minute', stance: 'supports' },
  });
  await actAs(address, cat, saveEvidence, {
    ...{ ...piece, id: newId(), note: 'The quietest readers gained nothing', stance: 'challenges' },
  });
}, 180_000);

afterAll(() => all?.close());

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
    await see(ann, 'Four days of five, for six weeks');
    expect(await faultsOf(ann)).toEqual([]);
    await go(ann, 'cycles');
    await see(ann, 'Closed: adopted');
    expect(await faultsOf(ann)).toEqual([]);
    const [cycles, activities] = await Promise.all([recordsIn(ann, 'cycle'), recordsIn(ann, 'activity')]);
    await go(ann, 'priorities', String(cycles[0]?.body?.priority));
    await see(ann, 'What is done for it');
    await see(ann, 'Visit to Hill View');
    expect(await faultsOf(ann)).toEqual([]);
    expect(activities.map(({ body }) => body?.cycle)).toEqual([cycle, cycle]);
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
    await press(ben, 'Done: Hill View shows Quayside how');
    await fill(ben, 'What came of it?', 'They came on Tuesday');
    await press(ben, 'It is done');
    await see(ann, 'Hill View shows Quayside how: They came on Tuesday');
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
    await see(ann, 'Decided: Hill View shows Quayside how');
    await see(ann, 'Short and good.');
    await seeGone(ann, 'The quietest readers gained nothing');
    await see(ben, 'Since we last met');
    const [kept] = await recordsIn(ann, 'meeting');
    expect(kept?.body).toMatchObject({ title: 'Heads’ meeting', notes: 'Short and good.' });
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

  it('prints without its buttons', async () => {
    await ann.emulateMediaType('print');
    const text = await textOf(ann);
    await ann.emulateMediaType('screen');
    expect(text).toContain('To decide');
    expect(text).not.toContain('Copy as text');
    expect(text).not.toContain('Enter a decision');
  });
});
