import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Joined, newKeys } from '../../shared/cluster/access.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { weighEvidence } from '../../shared/evidence/weighing.ts';
import { newId } from '../../shared/ids.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { type Alone, startAlone } from './alone.ts';
import { highlighted, isInView, pressBeside, seeHighlighted, until } from './highlights.ts';
import { inviteLink, press, saveCard, see, seeGone, select } from './screens.ts';
import { recordsIn } from './stored.ts';

const path = '/reading-fluency.html';
const theirs = 'Fluency frees pupils’ attention, so that they can think about what a text means.';

let alone: Alone;
let page: Page;
let panel: Page;
let quote: string;
/** The page's own markup. */
let untouched: string;
/** A colleague's device, without a browser. */
let colleague: Joined;

beforeAll(async () => {
  alone = await startAlone();
  const plain = await alone.chromium.browser.newPage();
  await plain.goto(`${alone.site.address}${path}`);
  untouched = await plain.evaluate(() => document.documentElement.outerHTML);
  await plain.close();
  ({ page, panel, quote } = await alone.clip(path, 'main p'));
  await saveCard(panel, 'So we read aloud');
  const code = (await inviteLink(panel)).split('#').at(-1)?.split('/').at(-1) ?? '';
  const joining = { code, name: 'Ben Baker', device: 'A laptop', keys: newKeys() };
  colleague = await post(alone.worker.address, 'join', Joined, joining);
  await page.bringToFront();
}, 120_000);
afterAll(() => alone?.close());

describe('a page from which somebody clipped', () => {
  it('shows the words, counts them on the icon, and the panel lists them', async () => {
    await seeHighlighted(page, quote);
    await see(panel, 'On the page');
    expect(Object.keys(await highlighted(page))).toEqual(['goldthread-none']);
    expect(await badge()).toBe('1');
  });

  it('shows what a colleague clips while it is open', async () => {
    await save({ exact: theirs }, 'Ben’s words');
    await seeHighlighted(page, quote, theirs);
    await see(panel, 'Ben’s words');
    await until('the icon counts two', async () => (await badge()) === '2');
  });

  it('is scrolled to what is chosen in the panel', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await isInView(page, 'main p')).toBe(false);
    await panel.locator('.this-page button').click();
    await until('the words are in view', () => isInView(page, 'main p'));
    expect((await highlighted(page))['goldthread-mark']).toHaveLength(1);
    await until('the mark goes', async () => !(await highlighted(page))['goldthread-mark']);
  });

  it('marks in the panel what the reader points at', async () => {
    const lead = await page.$('main p');
    await lead?.hover();
    await until('the entry is marked', () =>
      panel.$eval('.this-page', (list) => list.querySelector('.pointed') !== null),
    );
    expect(await panel.$eval('.pointed', (item) => item.textContent)).toContain('So we read aloud');
    const [piece] = await recordsIn(panel, 'evidence');
    const weighed = { id: newId(), evidence: piece?.id, wording: 0, relevant: true, soWhat: 'Try it in Year 3' };
    await act(weighEvidence, weighed);
    await until('what was made of it is told', () =>
      panel.$eval('.this-page', (list) => list.textContent.includes('So what: Try it in Year 3')),
    );
    await page.mouse.move(2, 2);
    await until('nothing is marked', () => panel.$eval('.this-page', (list) => !list.querySelector('.pointed')));
  });

  it('has nothing of ours in it: no element, no attribute, and no ids in names', async () => {
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(untouched);
    for (const name of Object.keys(await highlighted(page))) expect(name).toMatch(/^goldthread-(none|\d)$/);
  });
});

describe('a page that changes under the reader', () => {
  it('has its passages found where they went, when its parts are put in another order', async () => {
    const turnRound = () =>
      page.evaluate(() => {
        const article = document.querySelector('article');
        article?.replaceChildren(...[...article.children].reverse());
      });
    await turnRound();
    await seeHighlighted(page, quote, theirs);
    await see(panel, 'On the page');
    await turnRound();
    await seeHighlighted(page, quote, theirs);
  });

  it('says of words that were changed that they were edited since', async () => {
    await page.evaluate(() => {
      const lead = document.querySelector('.lead');
      if (lead) lead.textContent = (lead.textContent ?? '').replace('with a good model', 'with a fine model');
    });
    await see(panel, 'Edited since');
    await seeHighlighted(page, quote.replace('with a good model', 'with a fine model'), theirs);
  });

  it('never points at other words: what was deleted is no longer there, and its surroundings are shown', async () => {
    await page.evaluate(() => document.querySelector('.lead')?.remove());
    await see(panel, 'No longer on this page');
    await seeHighlighted(page, theirs);
    expect(await panel.$eval('.this-page', (list) => list.textContent)).toContain('Implementation cost');
  });

  it('has what comes late found when it comes', async () => {
    await page.evaluate((words) => {
      const late = document.createElement('p');
      late.textContent = words;
      document.querySelector('main')?.append(late);
    }, quote);
    await seeHighlighted(page, quote, theirs);
    await seeGone(panel, 'No longer on this page');
  });

  it('shows nothing of the page before, when it goes to another without loading', async () => {
    await page.evaluate(() => history.pushState(null, '', '/transition-guidance.html'));
    await seeHighlighted(page);
    await see(panel, 'Nothing from this page is in the log yet.');
    await until('the icon counts nothing', async () => (await badge()) === '');
    await page.evaluate(() => history.back());
    await seeHighlighted(page, quote, theirs);
    await until('the icon counts both', async () => (await badge()) === '2');
  });

  it('is the same page by another address, and another by another', async () => {
    await page.evaluate(() => history.replaceState(null, '', '?utm_source=letter#top'));
    await seeHighlighted(page, quote, theirs);
    await page.evaluate(() => history.replaceState(null, '', '?page=2'));
    await seeHighlighted(page);
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    await seeHighlighted(page, quote, theirs);
  });

  it('is another page where its address says so behind the mark of a fragment', async () => {
    await page.evaluate(() => {
      location.hash = '#/another';
    });
    await seeHighlighted(page);
    await see(panel, 'Nothing from this page is in the log yet.');
    await page.evaluate(() => {
      location.hash = '#top';
    });
    await seeHighlighted(page, quote, theirs);
  });

  it('says of an entry of several passages that some of it is gone, and shows the rest', async () => {
    const body = {
      passages: [passageOf('The training takes one day.'), passageOf('These words never stood here at all.')],
    };
    await saveAs('Two passages', body);
    await see(panel, 'Some of it is no longer on this page');
    await seeHighlighted(page, quote, theirs, 'The training takes one day.');
    await saveAs('Where it leads', { passages: [], what: 'link', link: { url: 'https://school.example/', text: '' } });
    await see(panel, 'A link on it');
    expect(await panel.$eval('.this-page', (list) => list.textContent)).not.toContain('The whole page');
  });

  it('prints as it is', async () => {
    const ground = () =>
      page.$eval('article p', (element) => getComputedStyle(element, '::highlight(goldthread-none)').backgroundColor);
    const transparent = 'rgba(0, 0, 0, 0)';
    expect(await ground()).not.toBe(transparent);
    await page.emulateMediaType('print');
    expect(await ground()).toBe(transparent);
    await page.emulateMediaType();
  });
});

describe('the button beside a selection', () => {
  it('saves what is selected, when a person presses it', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const words = await select(page, 'h1');
    await pressBeside(page);
    await panel.waitForSelector('form.card');
    expect(await panel.$eval('form.card', (card) => card.textContent)).toContain(words);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
    await press(panel, 'Discard');
    await until('the card is away', async () => (await panel.$('form.card')) === null);
    await page.bringToFront();
  });

  it('does nothing for a page that presses it itself', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await select(page, 'h1');
    await until('the button is there', () =>
      page.evaluate(() => document.documentElement.lastElementChild !== document.body),
    );
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const press = (type: string) => host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      for (const type of ['mousedown', 'mouseup', 'click']) press(type);
      host.click();
    });
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
    // What a person presses comes after all of that, and is the only thing that is heard.
    await save({ exact: 'Fluent readers read accurately' }, 'After the page pressed');
    await see(panel, 'After the page pressed');
    expect(await panel.$('form.card')).toBeNull();
  });

  it('goes with Escape, and stays away from where somebody writes', async () => {
    await page.keyboard.press('Escape');
    await until('it is gone', () => page.evaluate(() => document.documentElement.lastElementChild === document.body));
    await page.evaluate(() => {
      const field = document.createElement('div');
      field.contentEditable = 'true';
      field.id = 'field';
      field.textContent = 'Somebody writes here';
      document.body.prepend(field);
    });
    await select(page, '#field');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await page.evaluate(() => document.documentElement.lastElementChild === document.body)).toBe(true);
  });
});

describe('opening a source from the log', () => {
  it('goes to the passage, by the browser’s own means where there is no access', async () => {
    await save({ exact: 'The training takes one day' }, 'At the very end');
    await see(panel, 'At the very end');
    const opened = alone.chromium.browser.waitForTarget(
      (target) => target.url().includes(path) && target !== page.target(),
    );
    await panel.locator('.entry ::-p-text(Reading fluency in key stage 2)').click();
    const tab = await (await opened).page();
    if (!tab) throw new Error('No tab was opened');
    await tab.bringToFront();
    await tab.waitForFunction(() => scrollY > 0, { polling: 100 });
    expect(Object.keys(await highlighted(tab))).toEqual([]);
    await tab.close();
    await page.bringToFront();
  });
});

describe('an extension that is reloaded', () => {
  it('leaves nothing behind in pages', async () => {
    await page.bringToFront();
    expect(Object.keys(await highlighted(page))).not.toEqual([]);
    // The panel ends with it, and cannot answer.
    await panel.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await until('the highlights are gone', async () => {
      await page.evaluate(() => document.body.append('Something new. '));
      return Object.keys(await highlighted(page)).length === 0;
    });
  });
});

/** What the icon counts for the tab in front. */
async function badge(): Promise<string> {
  return panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });
}

const passageOf = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

/** A colleague saves words of the page. */
const save = ({ exact }: { exact: string }, note: string): Promise<void> =>
  saveAs(note, { passages: [passageOf(exact)] });

/** A colleague saves something of the page. */
async function saveAs(note: string, clip: object): Promise<void> {
  const source = { url: `${alone.site.address}${path}`, title: 'Reading fluency in key stage 2' };
  await act(saveEvidence, { id: newId(), source, note, tags: [], priorities: [], ...clip });
}

/** A colleague does something. */
async function act({ name }: { name: string }, body: object): Promise<void> {
  const group = [{ id: newId(), name, body, at: Date.now() }];
  const { answers } = await post(alone.worker.address, 'actions', Answers, { groups: [group] }, colleague.token);
  expect(answers.map(({ ok }) => ok)).toEqual([true]);
}
