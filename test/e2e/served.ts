import type { Browser, Page, Target } from 'puppeteer-core';

/** Pages by their whole address. */
export type Pages = { [url: string]: string };

/** Answers what a tab asks of the sites from these pages, at the address that they have. Nothing is asked of the real ones. */
export async function serveTo(target: Target, pages: Pages): Promise<void> {
  const tab = await target.page();
  await tab?.setRequestInterception(true);
  tab?.on('request', (request) => {
    const body = pages[request.url().replace(/#.*$/, '')];
    if (body === undefined) return void request.continue();
    void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
  });
}

/** Opens one of these pages in a new tab in front, in which the others are served too. */
export async function openServed(browser: Browser, pages: Pages, url: string): Promise<Page> {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(30_000);
  await serveTo(tab.target(), pages);
  await tab.goto(url);
  return tab;
}
