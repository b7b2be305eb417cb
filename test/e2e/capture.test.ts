import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Captured } from '../../extension/page/capture/capture.ts';
import { type Chromium, launchChromium } from './chromium.ts';

/** The built script, as it is put into pages; its last value is its answer. */
const script = readFileSync(join(import.meta.dirname, '../../.output/chrome-mv3/page-script.js'), 'utf8');

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
}, 120_000);
afterAll(() => chromium?.close());

/** Captures on a page with this body what `choose` selects there. */
async function captured(body: string, choose: () => void): Promise<Captured> {
  await page.setContent(`<!doctype html><title>A page</title><body>${body}`);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate(choose);
  const answer = (await page.evaluate(script)) as Captured;
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  return answer;
}

const whole = () => getSelection()?.selectAllChildren(document.querySelector('#here') ?? document.body);
const only = (answer: Captured) => {
  expect(answer.passages).toHaveLength(1);
  return answer.passages[0];
};

describe('what a page gives', () => {
  it('is the words as they are read, with what stands around them', async () => {
    const answer = await captured(
      `<p>Before  the
          words.</p><p id="here">  Some <em>words</em> that
          are   <b>worth</b>&nbsp;keeping. </p><p>After them.</p>`,
      whole,
    );
    expect(only(answer)).toEqual({
      exact: 'Some words that are worth keeping.',
      prefix: 'Before the words.\n',
      suffix: '\nAfter them.',
      start: 18,
      end: 52,
    });
    expect(answer.title).toBe('A page');
  });

  it('keeps blocks, lists, table cells and breaks apart', async () => {
    const answer = await captured(
      `<div id="here"><h2>Next steps</h2><ul><li>Read aloud</li><li>Listen<br>again</li></ul>
       <table><tr><th>Year<td>4</table></div>`,
      whole,
    );
    expect(only(answer)?.exact).toBe('Next steps\nRead aloud\nListen\nagain\nYear\n4');
  });

  it('leaves out what nobody sees: scripts, styles, what is hidden', async () => {
    const answer = await captured(
      `<div id="here">Seen <script>hidden()</script><style>p{}</style><span hidden>not seen</span>
       <noscript>no</noscript><span style="display:none">nor this</span>too</div>`,
      whole,
    );
    expect(only(answer)?.exact).toBe('Seen too');
  });

  it('begins and ends where the selection does, inside words and across elements', async () => {
    const answer = await captured('<p id="a">One two <i>three</i></p><p id="b">four <b>five</b> six</p>', () => {
      const from = document.querySelector('#a i')?.firstChild;
      const to = document.querySelector('#b b')?.firstChild;
      if (from && to) getSelection()?.setBaseAndExtent(from, 2, to, 2);
    });
    expect(only(answer)).toMatchObject({ exact: 'ree\nfour fi', prefix: 'One two th', suffix: 've six' });
  });

  it('is the same whichever way it was selected', async () => {
    const answer = await captured('<p id="a">One two</p><p id="b">three four</p>', () => {
      const from = document.querySelector('#b')?.firstChild;
      const to = document.querySelector('#a')?.firstChild;
      if (from && to) getSelection()?.setBaseAndExtent(from, 5, to, 4);
    });
    expect(only(answer)?.exact).toBe('two\nthree');
  });

  it('tells the second of two same sentences from the first', async () => {
    const answer = await captured('<p>Yes. No. <i>Well.</i></p><p id="here">Yes. No. <i>Well.</i></p>', whole);
    expect(only(answer)).toMatchObject({ start: 15, exact: 'Yes. No. Well.' });
  });

  it('is no passage where nothing is selected, or only blanks', async () => {
    expect((await captured('<p>Words</p>', () => getSelection()?.removeAllRanges())).passages).toEqual([]);
    expect((await captured('<p>Words</p><p id="here">  </p>', whole)).passages).toEqual([]);
  });

  it('is found quickly in a long page, and leaves its nodes alone', async () => {
    const body = `${'<p>One <b>of</b> many.</p>'.repeat(20_000)}<p id="here">The last one.</p>`;
    expect(only(await captured(body, whole))).toMatchObject({ exact: 'The last one.', suffix: '' });
  });

  const about = async (head: string) => (await captured(`${head}<p id="here">Words</p>`, whole)).about;

  it('says who wrote it, when and for which site, as the page does', async () => {
    expect(
      await about(`<meta property="og:site_name" content="Northmarsh Research">
        <meta name="citation_author" content="Okafor, Ada"><meta name="citation_author" content="Bell, Tom">
        <meta name="citation_publication_date" content="2024/9/3">`),
    ).toEqual({ site: 'Northmarsh Research', author: 'Okafor, Ada, Bell, Tom', published: '2024-09-03' });
    expect(
      await about(`<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Not this"},
        {"@type":"NewsArticle","author":[{"name":"Ada Okafor"}],"datePublished":"2025-01-30T08:00:00Z"}]}</script>`),
    ).toEqual({ author: 'Ada Okafor', published: '2025-01-30' });
    expect(await about('<meta name="DC.creator" content="Ada"><meta name="DC.date" content="2023">')).toEqual({
      author: 'Ada',
      published: '2023',
    });
  });

  it('leaves out what the page does not say, or says in no way that can be trusted', async () => {
    expect(await about('')).toEqual({});
    const long = 'x'.repeat(5000);
    const { author, ...rest } = await about(`<meta name="author" content="${long}">
      <meta property="article:author" content="https://pages.example/ada">
      <meta property="article:published_time" content="last Tuesday">
      <script type="application/ld+json">{"@type":"Article","author":{"name":{"name":1}},"datePublished":7}</script>
      <script type="application/ld+json">{not json</script>`);
    expect(author).toHaveLength(300);
    expect(rest).toEqual({});
  });

  it('is a list of its items where several of one list are selected', async () => {
    const list = '<ul id="here"><li>Read aloud</li><li>Listen <b>again</b></li></ul>';
    const items = (answer: Captured) => [answer.list, ...answer.passages.map(({ exact }) => exact)];
    expect(items(await captured(`<p>Before</p>${list}`, whole))).toEqual([true, 'Read aloud', 'Listen again']);
    const around = `<div id="here">${list.replace('id="here"', '')}</div>`;
    expect(items(await captured(around, whole))).toEqual([true, 'Read aloud', 'Listen again']);
    const terms = '<dl id="here"><dt>Phonics<dd>Sounds<dd>Letters<dt>Fluency<dd>Pace</dl>';
    expect(items(await captured(terms, whole))).toEqual([true, 'Phonics\nSounds\nLetters', 'Fluency\nPace']);
    const part = () => {
      const [from, to] = document.querySelectorAll('li');
      if (from?.firstChild && to?.lastChild) getSelection()?.setBaseAndExtent(from.firstChild, 5, to.lastChild, 1);
    };
    expect(items(await captured(list, part))).toEqual([true, 'aloud', 'Listen again']);
  });

  it('is no list where words outside it, or one item only, are selected', async () => {
    const mixed = '<div id="here"><p>Words</p><ul><li>One</li><li>Two</li></ul></div>';
    expect(await captured(mixed, whole)).toMatchObject({ list: false, passages: [{ exact: 'Words\nOne\nTwo' }] });
    expect(await captured('<ul><li id="here">One</li><li>Two</li></ul>', whole)).toMatchObject({ list: false });
  });
});
