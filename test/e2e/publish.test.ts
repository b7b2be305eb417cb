import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { linkToThing } from '../../shared/priorities/one-thing.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { Review } from '../../shared/reviews/review-kind.ts';
import { type ContentScene, contentKinds } from '../../shared/reviews/scene.ts';
import { signReview } from '../../shared/reviews/sign-off.ts';
import { wordingOf } from '../../shared/reviews/wording.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { actAs } from './founded.ts';
import { go, isFree } from './log-page.ts';
import { challenge, makePublishable, privateNote, publicSays, quote, title, withoutScript } from './publishing.ts';
import { fill, press, sayOwn, see, seeGone, textOf, unfold } from './screens.ts';
import { recordsIn } from './stored.ts';
import { schoolNames, startThreeSchools, type ThreeSchools } from './three-schools.ts';

const [hill, vale, quay] = schoolNames;
let all: ThreeSchools;
let ann: Page;
let ben: Page;
/** Dan's phone, on which nothing is installed. */
let phone: Chromium;
let dan: Page;
let review: string;
/** A browser's page in which no script runs. */
let reader: Page;

const parts = ['What we said we would do', 'What happened', 'What did not work', 'What we will do next'];

async function write(page: Page, part: string, words: string, about?: string): Promise<void> {
  await press(page, `Write it: ${part}${about ? `, ${about}` : ''}`);
  await fill(page, part, words);
  await press(page, `Save: ${part}`);
  await see(page, words);
}

const idOf = async (page: Page, { kind }: { kind: string }) => (await recordsIn(page, kind))[0]?.id ?? '';

/** Which wording a signature is to, as everybody's devices work it out. */
async function wordingOfReview(): Promise<number> {
  const listed = await Promise.all(
    Object.entries({ ...contentKinds, evidence: Evidence }).map(async ([name, kind]) => {
      const records = await recordsIn(ann, kind.kind);
      return [name, records.map((one) => ({ ...one, body: kind.read(one) }))];
    }),
  );
  const [found] = await recordsIn(ann, Review.kind);
  return wordingOf({ ...Object.fromEntries(listed), review: found } as unknown as ContentScene);
}

/** Confirms what publishing changes, where it changes anything. */
async function confirmAll(page: Page): Promise<void> {
  await page.waitForSelector('::-p-text(I have looked at each of them)');
  await page.locator('label.choice ::-p-text(I have looked at each of them)').click();
}

/** Sends what was looked over. Whoever is quicker than a person is asked to look once more. */
async function sendIt(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
        return textOf(page);
      },
      { timeout: 30_000, interval: 1500 },
    )
    .toContain('Your question was sent');
}

beforeAll(async () => {
  all = await startThreeSchools();
  ({ ann, ben } = all);
  await makePublishable(all);
  phone = await launchChromium({ bare: true });
}, 240_000);

afterAll(async () => {
  await phone?.close();
  await all?.close();
});

describe('a review', () => {
  it('has an address and ways to reach every school first', async () => {
    await go(ann, 'publish');
    await see(ann, 'No review yet.');
    expect(await faultsOf(ann)).toEqual([]);
    await unfold(ann, 'An address where everybody finds it');
    await fill(ann, 'Address', 'Kestrel Vale');
    await press(ann, 'Use this address');
    await see(ann, 'Three to forty small letters');
    await fill(ann, 'Address', 'kestrel-vale');
    await press(ann, 'Use this address');
    await see(ann, 'Your public page:');
    await unfold(ann, 'Whom to reach when worried about a child');
    for (const [i, school] of [hill, vale, quay].entries()) {
      await unfold(ann, `Say how to reach ${school}`);
      await fill(ann, 'Telephone', `01632 96010${i}`);
      await press(ann, `Save how to reach ${school}`);
      await see(ann, `01632 96010${i}`);
    }
    await see(ann, '3 of 3 schools');
    expect(await faultsOf(ann)).toEqual([]);
  });

  it('is written by several at once, part by part, and nobody overwrites another unseen', async () => {
    await press(ann, 'Begin');
    await see(ann, '0 of 6 parts are written');
    await expect.poll(async () => (review = await idOf(ann, Review))).not.toBe('');
    await go(ben, 'publish', 'review', review);
    await see(ben, '0 of 6 parts are written');
    await Promise.all([
      write(ann, 'In short', 'More children read with ease.'),
      write(ben, 'How we worked together', 'We visited each other each term.'),
    ]);
    await see(ann, 'We visited each other each term.');
    await see(ben, '2 of 6 parts are written');
    // Both on the same part: whoever saves second sees what the other wrote, and decides.
    await press(ben, 'Word it anew: In short');
    await fill(ben, 'In short', 'Ben’s own words.');
    await press(ann, 'Word it anew: In short');
    await fill(ann, 'In short', 'More children read with ease than a year ago.');
    await press(ann, 'Save: In short');
    await see(ben, 'Anna Abel wrote here since you began:');
    await see(ben, 'More children read with ease than a year ago.');
    expect(await isFree(ben, 'Save: In short')).toBe(false);
    expect(await faultsOf(ben)).toEqual([]);
    await press(ben, 'Leave theirs');
    await seeGone(ben, 'Ben’s own words.');
    for (const part of parts) await write(ben, part, `${part}: Cat Carter listens.`, title);
    await see(ann, '6 of 6 parts are written');
  });

  it('leans on evidence, and what was never answered stands in front of its writers', async () => {
    await see(ann, 'One challenge to this was never answered.');
    const adding = await ann.$$('summary ::-p-text(Add evidence)');
    await adding[1]?.click();
    await press(ann, `Add it: “${quote}” – ${privateNote}`);
    await see(ann, 'Take it out');
    await unfold(ann, 'Quote fewer words');
    await fill(ann, 'The words that are quoted', 'Pupils who read aloud gained most');
    await press(ann, 'Quote these words');
    await see(ann, 'These words do not stand there in one piece.');
    await fill(ann, 'The words that are quoted', quote.slice(0, 48));
    await press(ann, 'Quote these words');
    await see(ann, `“${quote.slice(0, 48).trim()}”`);
    expect(await faultsOf(ann)).toEqual([]);
    await unfold(ann, challenge);
    await press(ann, 'Respond');
    await ann.locator('form[aria-label="Respond"] ::-p-text(Support)').click();
    await fill(ann, 'What would you like to say?', 'So we tried it with Year 7 as well.');
    await press(ann, 'Say it');
    await seeGone(ann, 'never answered');
  });

  it('is signed by every school, one of them on a phone and with a reservation', async () => {
    await see(ben, `“${quote.slice(0, 48).trim()}”`);
    await press(ben, `Sign for ${hill}`);
    await see(ben, '1 of 3 schools have signed it');
    await press(ann, 'Look at what will be published');
    await see(ann, `${vale} has not signed it as it is worded now.`);
    expect(await isFree(ann, 'Publish')).toBe(false);
    expect(await faultsOf(ann)).toEqual([]);
    const { address, founded, schools, cat } = all;
    const wording = await wordingOfReview();
    await actAs(address, cat, signReview, { id: newId(), review, school: schools.vale, how: 'signed', wording });
    dan = await phone.browser.newPage();
    dan.setDefaultTimeout(30_000);
    await dan.setViewport({ width: 360, height: 740 });
    await dan.goto(await founded.link('head', [schools.quay]));
    await dan.locator('::-p-aria([name="Use in this browser"][role="link"])').click();
    await fill(dan, 'Your name', 'Dee Dunn');
    await sayOwn(dan, true);
    await press(dan, 'Join');
    await press(dan, 'I have kept it');
    await dan.waitForSelector('h1 ::-p-text(Evidence)');
    await dan.goto(linkToThing(address, { what: 'sign', review, school: schools.quay }));
    await see(dan, 'Is this right?');
    expect(await faultsOf(dan)).toEqual([]);
    await dan.setViewport({ width: 360, height: 740 });
    await press(dan, 'Sign with a reservation');
    await press(dan, 'Sign with this reservation');
    await see(dan, 'Say what you do not share.');
    await fill(dan, 'What do you not share?', 'Year 7 has hardly begun.');
    await press(dan, 'Sign with this reservation');
    await see(dan, 'That is all. Thank you.');
    await see(ann, 'Every school has signed it as it is worded.');
    await see(ann, 'Year 7 has hardly begun.');
  });

  it('is published as everybody signed it, and can be read without a script', async () => {
    await see(ann, 'What happened: a colleague listens.');
    expect(await isFree(ann, 'Publish')).toBe(false);
    await confirmAll(ann);
    await expect.poll(() => isFree(ann, 'Publish')).toBe(true);
    await press(ann, 'Publish');
    await see(ann, 'What is public');
    await see(ann, 'Copy the address');
    const { address } = all;
    const html = await publicSays(`${address}/kestrel-vale`, 'More children read with ease than a year ago.');
    for (const words of ['Year 7 has hardly begun.', quote.slice(0, 48).trim(), 'Candour', title, 'withheld'])
      expect(html).toContain(words);
    for (const hidden of [privateNote, 'Anna Abel', 'Ben Baker', 'Dee Dunn', 'Carter', review])
      expect(html).not.toContain(hidden);
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
    reader = await withoutScript(dan);
    await reader.goto(`${address}/kestrel-vale`);
  });

  it('is asked about by anyone, and the answer stands on its page', async () => {
    const { address } = all;
    await reader.goto(`${address}/kestrel-vale/ask`);
    expect(await textOf(reader)).toContain('Do not use this form.');
    await reader.click('input[name="who"][value="family"]');
    await reader.type('textarea[name="text"]', 'Who listens to Robin, who is quiet?');
    await Promise.all([reader.waitForNavigation(), reader.click('main form button[type="submit"]')]);
    expect(await textOf(reader)).toContain('Look it over before you send it');
    await sendIt(reader);
    const link = await reader.$eval('main a[href*="/q/"]', (a) => a.href);
    await reader.goto(link);
    const asked = () => reader.reload().then(() => textOf(reader));
    expect(await textOf(reader)).toContain('Your question is waiting for an answer');
    await go(ann, 'publish', 'questions');
    await see(ann, 'Who listens to Robin, who is quiet?');
    expect(await faultsOf(ann)).toEqual([]);
    await ann.locator('::-p-aria([name="Who listens to Robin, who is quiet?"][role="link"])').click();
    await see(ann, 'Answer it in public');
    await fill(ann, 'The question, as it is published', 'Who listens to the quiet ones?');
    await fill(ann, 'Your answer', 'Their teacher, each week.');
    await fill(ann, 'What you changed because of it, if anything', 'We keep a list of who was heard.');
    expect(await faultsOf(ann)).toEqual([]);
    await press(ann, 'Publish question and answer');
    await see(ann, 'Answered in public');
    const html = await publicSays(`${address}/kestrel-vale/answers`, 'Their teacher, each week.');
    expect(html).toContain('We keep a list of who was heard.');
    expect(html).not.toContain('Robin');
    await expect.poll(asked, { timeout: 20_000 }).toContain('Their teacher, each week.');
    await go(ann, 'publish', 'questions', await idOf(ann, Question));
    await see(ann, 'Change the answer');
  });

  it('is among the news of whoever follows it, with a way to answer', async () => {
    const { address } = all;
    await go(ben, 'partnership');
    await unfold(ben, 'Follow a partnership');
    await fill(ben, 'Its name', 'Kestrel Vale itself');
    await fill(ben, 'The address of its page', `${address}/kestrel-vale`);
    await fill(ben, 'Why do we follow it?', 'To see what families see.');
    await press(ben, 'Follow');
    await see(ben, 'Offer support or challenge');
    expect(await textOf(ben)).toMatch(/New: .*2025/);
    expect(await faultsOf(ben)).toEqual([]);
    const ask = await ben.$eval('a[href*="/ask?"]', (a) => a.href);
    const form = await (await fetch(ask)).text();
    expect(form).toContain('Kestrel Vale');
    await go(ben, 'meeting');
    await see(ben, 'Published by partnerships that you follow');
    await go(ben, 'publish', 'review', review);
  });

  it('is put right as a new edition, and withdrawn with a note', async () => {
    const { address, schools, cat } = all;
    await go(ann, 'publish', 'review', review);
    await press(ann, 'Put something right');
    await see(ann, '0 of 3 schools have signed it');
    await press(ann, 'Word it anew: In short');
    await fill(ann, 'In short', 'Somewhat more children read with ease.');
    await press(ann, 'Save: In short');
    await write(ann, 'What was put right, and why', 'We had said too much.');
    await see(ben, 'Somewhat more children read with ease.');
    await see(ben, 'We had said too much.');
    await press(ben, `Sign for ${hill}`);
    const wording = await wordingOfReview();
    for (const [who, school] of [
      [cat, schools.vale],
      [all.dan, schools.quay],
    ] as const) {
      await actAs(address, who, signReview, { id: newId(), review, school, how: 'signed', wording });
    }
    await see(ann, 'Every school has signed it as it is worded.');
    await press(ann, 'Look at what will be published');
    await confirmAll(ann);
    await expect.poll(() => isFree(ann, 'Publish edition 2')).toBe(true);
    await press(ann, 'Publish edition 2');
    const html = await publicSays(`${address}/kestrel-vale`, 'Somewhat more children read with ease.');
    expect(html).toContain('We had said too much.');
    const page = new URL(await ann.$eval('section[aria-labelledby="editions-title"] a', (a) => a.href)).pathname;
    await publicSays(`${address}${page}/1`, 'More children read with ease than a year ago.');
    await unfold(ann, 'Withdraw it');
    await fill(ann, 'Why is it withdrawn?', 'A figure was another school’s.');
    await press(ann, 'Withdraw it');
    await see(ann, 'A note stands in its place:');
    const gone = await publicSays(`${address}${page}`, 'A figure was another school’s.');
    expect(gone).not.toContain('Somewhat more children');
    expect((await fetch(`${address}${page}/1`)).status).toBe(410);
  });
});
