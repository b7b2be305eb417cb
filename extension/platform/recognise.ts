import { browser } from 'wxt/browser';
import { pageKey } from '../../shared/evidence/page-key.ts';
import { type ToldPage, toldPage } from '../../shared/evidence/told-page.ts';
import { askReader } from './reader-answers.ts';

/**
 * What the page of a tab is, as far as there is access to it: by the page itself, or else by its address alone.
 * Nothing of it is sent anywhere. `url` is what the browser says is shown there.
 */
export async function recogniseTab(tab: number | undefined, url: string, frame = 0): Promise<ToldPage> {
  const told = tab === undefined ? undefined : await askPage(tab, frame);
  // It may be another page by now.
  return told && pageKey(told.source.url) === pageKey(url) ? told : recogniseAddress(url);
}

/** What a file in the reader in a tab is, by the file itself; else by its address alone. */
export async function recogniseFile(tab: number, url: string): Promise<ToldPage> {
  return toldPage(await askReader('tell', tab)) ?? recogniseAddress(url);
}

/** What an address tells by itself. */
export async function recogniseAddress(url: string): Promise<ToldPage> {
  const { recognise } = await import('../page/recognise/recognise.ts');
  return { source: recognise(url), quotes: [] };
}

/** A page's answer is not trusted: it is taken only in the shape that our script gives it. */
async function askPage(tabId: number, frame: number): Promise<ToldPage | undefined> {
  try {
    const target = { tabId, frameIds: [frame] };
    const [answer] = await browser.scripting.executeScript({ target, files: ['/recognise-script.js'] });
    const told = toldPage(answer?.result);
    // What only our reader may say is not taken from a page.
    return told && { source: told.source, quotes: told.quotes };
  } catch {
    // A page that no extension may touch, or one that has gone.
    return undefined;
  }
}
