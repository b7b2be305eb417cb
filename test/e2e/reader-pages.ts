import type { Page } from 'puppeteer-core';

/** What a person does on the pages of a file in the reader. */

/** The text over a page. */
export const pageText = (number: number) => `.page[data-page-number="${number}"] .textLayer`;

/** Selects from the first words to the last on a page of the reader. */
export async function selectWords(reader: Page, number: number, first: string, last: string): Promise<void> {
  await reader.waitForSelector(`${pageText(number)} span`);
  await reader.$eval(
    pageText(number),
    (layer, from, to) => {
      const spans = [...layer.querySelectorAll('span')];
      const start = spans.find(({ textContent }) => textContent.includes(from))?.firstChild as Text;
      const end = spans.find(({ textContent }) => textContent.includes(to))?.firstChild as Text;
      getSelection()?.setBaseAndExtent(start, start.data.indexOf(from), end, end.data.indexOf(to) + to.length);
    },
    first,
    last,
  );
}

/** The lines of a page's layer that make up a text. */
export const linesOf = (reader: Page, number: number, text: string): Promise<string[]> =>
  reader.$eval(
    pageText(number),
    (layer, whole) =>
      [...layer.querySelectorAll('span')]
        .map(({ textContent }) => textContent)
        .filter((one) => one.trim() && whole.includes(one)),
    text,
  );

/** Brings a page into view. */
export const scrollTo = (reader: Page, number: number) =>
  reader.$eval(`.page[data-page-number="${number}"]`, (one) => one.scrollIntoView());
