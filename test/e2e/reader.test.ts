import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, paragraphs } from '../tools/pdf-files.ts';
import { reportCard } from '../tools/pdf-reports.ts';
import { type Alone, startAlone } from './alone.ts';
import { faultsOf } from './axe.ts';
import { type Chromium, extensionId, launchChromium, newProfile } from './chromium.ts';
import { type Files, startFiles } from './files.ts';
import { isInView, seeHighlighted, until } from './highlights.ts';
import { linesOf, pageText, scrollTo, selectWords } from './reader-pages.ts';
import { fill, inviteLink, joinCluster, press, saveCard, see } from './screens.ts';

const said =
  'Leaders have put in place a well-sequenced curriculum that helps pupils to remember more of what they have been taught, and teachers check it often.';
const password = 'a long one';

let alone: Alone;
let files: Files;
let page: Page;
let panel: Page;
let ben: Chromium | undefined;
/** A folder for files of one's own. */
let folder: string;

beforeAll(async () => {
  [alone, files] = await Promise.all([startAlone(), startFiles()]);
  folder = newProfile();
  const pages = [1, 2, 3].map((number) => ({
    lines: [
      { text: 'Inspection report: Hill Primary', x: 60, y: 815, size: 8 },
      ...paragraphs(
        number === 2 ? ['The curriculum', said, 'Pupils behave well.'] : [`This is page ${number} of a report.`],
      ),
      { text: `Page ${number} of 3`, x: 280, y: 30, size: 8 },
    ],
  }));
  const report = await makePdf(pages, { title: 'A report on Hill Primary' });
  files.set('/report.pdf', report);
  files.set('/moved/the-same.pdf', report);
  files.set('/card.pdf', await makePdf(reportCard));
  files.set('/scan.pdf', await makePdf([{ lines: [], scan: true }, { lines: paragraphs(['Words.']) }]));
  writeFileSync(join(folder, 'own.pdf'), report);
  writeFileSync(join(folder, 'locked.pdf'), await makePdf(pages, { password }));
  writeFileSync(join(folder, 'broken.pdf'), Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 'x')]));
  writeFileSync(join(folder, 'letter.txt'), 'Dear parents');
});
afterAll(async () => {
  await ben?.close();
  await Promise.all([alone?.close(), files?.close()]);
});

/** Opens a PDF in the browser's own viewer and presses the button. */
async function openByButton(path: string): Promise<Page> {
  const tab = await alone.chromium.browser.newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`${files.address}${path}`);
  await alone.chromium.pressButton(tab);
  await tab.waitForSelector('.page .textLayer');
  return tab;
}

/** Opens the reader with a file of one's own. */
async function bring(name: string): Promise<Page> {
  const tab = await alone.chromium.browser.newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`chrome-extension://${extensionId}/reader.html`);
  const chooser = await tab.waitForSelector('input[type=file]');
  await (chooser as Awaited<ReturnType<typeof tab.$>> & { uploadFile(path: string): Promise<void> }).uploadFile(
    join(folder, name),
  );
  return tab;
}

describe('a PDF', () => {
  it('opens in the reader by the button, its words are clipped into the card, and it is highlighted', async () => {
    page = await openByButton('/report.pdf');
    panel = await alone.chromium.panel();
    await scrollTo(page, 2);
    await selectWords(page, 2, 'Leaders', 'often.');
    await alone.chromium.pressButton(page);
    await see(panel, said);
    await saveCard(panel, 'So we look at ours');
    await seeHighlighted(page, ...(await linesOf(page, 2, said)));
    await see(panel, 'On the page');
    await see(panel, 'page 2');
  });

  it('is highlighted when it is opened again, and the panel leads to the place', async () => {
    await page.close();
    page = await openByButton('/report.pdf');
    await see(panel, 'On the page');
    expect(await isInView(page, '.page[data-page-number="3"]')).toBe(false);
    await page.bringToFront();
    await panel.locator('.this-page button').click();
    await until('the page is there', async () => (await page.$(`${pageText(2)} span`)) !== null);
    await seeHighlighted(page, ...(await linesOf(page, 2, said)));
  });

  it('is known at another address by what it is', async () => {
    await page.close();
    page = await openByButton('/moved/the-same.pdf');
    await see(panel, 'On the page');
    await see(panel, 'So we look at ours');
  });

  it('is saved from the button beside the selection, over the end of a page', async () => {
    await scrollTo(page, 3);
    await selectWords(page, 3, 'This is page 3', 'report.');
    const button = await page.waitForSelector('.save-selection');
    await button?.click();
    await see(panel, 'This is page 3 of a report.');
    await press(panel, 'Discard');
  });

  it('is searched, turned and zoomed with the keys', async () => {
    await page.bringToFront();
    await page.keyboard.down('Control');
    await page.keyboard.press('f');
    await page.keyboard.up('Control');
    await page.waitForSelector('input[aria-label="Words to find"]');
    await page.type('input[aria-label="Words to find"]', 'behave');
    await see(page, '1 of 1');
    await page.keyboard.press('Escape');
    await press(page, 'More');
    await press(page, 'Turn right');
    await page.waitForSelector('[data-main-rotation="90"]');
    await press(page, 'Turn left');
  });
});

describe('an inspection report', () => {
  it('says what it says, and each thing to improve is saved with one press', async () => {
    await page.close();
    page = await openByButton('/card.pdf');
    await press(page, 'This report');
    await see(page, 'Marsh Academy, URN 137654');
    await see(page, 'Needs attention');
    const [first] = await page.$$('::-p-text(Save this)');
    await first?.click();
    await see(panel, 'Leaders should make sure that pupils who find reading difficult');
    await see(panel, 'Report card: Marsh Academy');
    await see(panel, 'Ofsted');
    await press(panel, 'Discard');
  });
});

describe('a page without text', () => {
  it('says so, and a region of it is saved as a picture with its words', async () => {
    await page.close();
    page = await openByButton('/scan.pdf');
    await see(page, 'No text on this page.');
    await press(page, 'More');
    await press(page, 'Save a region');
    await press(page, 'The whole page');
    await fill(page, 'The words in it', 'A square');
    await press(page, 'Save the region');
    await panel.waitForSelector('form.card img');
    expect(await panel.$eval('form.card', (card) => card.textContent)).toContain('What the picture shows');
    await press(panel, 'Discard');
  });
});

describe('a file of one’s own', () => {
  it('is chosen, and is the same that was read on the web', async () => {
    await page.close();
    page = await bring('own.pdf');
    await page.waitForSelector(`${pageText(1)} span`);
    await page.bringToFront();
    await see(panel, 'So we look at ours');
    await see(panel, 'On the page');
    await scrollTo(page, 2);
    await page.waitForSelector(`${pageText(2)} span`);
    await seeHighlighted(page, ...(await linesOf(page, 2, said)));
  });

  it('asks for its password, again when that was wrong', async () => {
    await page.close();
    page = await bring('locked.pdf');
    await page.waitForSelector('input[type=password]');
    await page.type('input[type=password]', 'not it');
    await press(page, 'Open');
    await see(page, 'That was not it.');
    await page.$eval('input[type=password]', (field) => field.select());
    await page.type('input[type=password]', password);
    await press(page, 'Open');
    await page.waitForSelector(`${pageText(1)} span`);
  });

  it('that is broken or no PDF ends in a sentence that says what to do', async () => {
    for (const [name, words] of [
      ['broken.pdf', 'This file is damaged'],
      ['letter.txt', 'This is not a PDF.'],
    ] as const) {
      await page.close();
      page = await bring(name);
      await see(page, words);
    }
  });
});

describe('the reader', () => {
  it('meets WCAG 2.2 AA as far as a checker can tell, light and dark, narrow and wide', async () => {
    await page.close();
    page = await openByButton('/card.pdf');
    await press(page, 'This report');
    await see(page, 'Needs attention');
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'More');
    await see(page, 'Turn left');
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
    page = await alone.chromium.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/reader.html`);
    await see(page, 'Drop a PDF here');
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('a file at a site without access', () => {
  it('says what it needs and why, and that it can be brought', async () => {
    await page.close();
    page = await alone.chromium.browser.newPage();
    const file = encodeURIComponent('https://school.example/report.pdf');
    await page.goto(`chrome-extension://${extensionId}/reader.html?file=${file}`);
    await see(page, 'This file is at school.example.');
    await see(page, 'Allow school.example');
    await see(page, 'Or bring the file');
    await see(page, 'Back to the browser’s own viewer');
  });
});

describe('a second member', () => {
  it('sees what the first saved, in the reader', async () => {
    const link = await inviteLink(panel);
    ben = await launchChromium();
    await joinCluster(await ben.welcome(), { link, name: 'Ben Baker' });
    const theirs = await ben.browser.newPage();
    await theirs.goto(`${files.address}/report.pdf`);
    await ben.pressButton(theirs);
    await see(await ben.panel(), 'So we look at ours');
    await theirs.waitForSelector('.page');
    await scrollTo(theirs, 2);
    await theirs.waitForSelector(`${pageText(2)} span`);
    await seeHighlighted(theirs, ...(await linesOf(theirs, 2, said)));
  });
});
