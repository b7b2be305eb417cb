import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alone, startAlone } from './alone.ts';
import { highlighted, seeHighlighted, until } from './highlights.ts';
import { saveCard, see, select } from './screens.ts';
import { type Pages, type Sites, startSites } from './sites.ts';

const doi = '10.5555/talk.2021.45';
const words = 'Pupils who talk first write more.';
const article = (head: string) =>
  `<!doctype html><title>Talk first</title>${head}<h1>Talk first</h1><p id="here">${words}</p><p>And so on.</p>`;
const linked = JSON.stringify({ '@type': 'ScholarlyArticle', headline: 'Talk first', identifier: `doi:${doi}` });

const read = 'https://www.nfer.ac.uk/publications/talk-first/';
const elsewhere = 'https://epi.org.uk/publications-and-research/talk-first/';
const late = 'https://epi.org.uk/publications-and-research/talk-first-again/';
const another = 'https://epi.org.uk/publications-and-research/talk-second/';
const pages: Pages = {
  [read]: article(`<meta name="citation_title" content="Talk first"><meta name="citation_doi" content="${doi}">`),
  [elsewhere]: article(`<meta name="DC.Identifier" content="https://doi.org/${doi.toUpperCase()}">`),
  [late]: article(`<script type="application/ld+json">${linked}</script>`),
  [another]: article('<meta name="citation_doi" content="10.5555/talk.2022.1">'),
};

let sites: Sites;
let alone: Alone;
let page: Page;
let panel: Page;
beforeAll(async () => {
  sites = await startSites(pages);
  alone = await startAlone({ args: sites.args });
  page = await alone.chromium.browser.newPage();
  await page.goto(read);
  await select(page, '#here');
  await alone.chromium.pressButton(page);
  panel = await alone.chromium.panel();
  await saveCard(panel, 'Talk before writing');
  await seeHighlighted(page, words);
}, 120_000);
afterAll(async () => {
  await alone?.close();
  await sites?.close();
});

describe('an article that is known by the DOI that it says it has', () => {
  it('is highlighted where it stands at another address, without the panel', async () => {
    await panel.close();
    await page.goto(elsewhere);
    await seeHighlighted(page, words);
  });

  it('is highlighted where only the panel finds the DOI out', async () => {
    await page.goto(late);
    expect(Object.keys(await highlighted(page))).toEqual([]);
    await alone.chromium.pressButton(page);
    panel = await alone.chromium.panel();
    await see(panel, 'Talk before writing');
    await seeHighlighted(page, words);
    await until('the panel says where it stands', async () => (await panel.$('button.place')) !== null);
  });

  it('is none that has another DOI, though it has the words', async () => {
    await page.goto(another);
    await see(panel, 'Nothing from this page is in the log yet.');
    expect(Object.keys(await highlighted(page))).toEqual([]);
  });
});
