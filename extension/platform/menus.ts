import { type Browser, browser } from 'wxt/browser';
import type { Asked } from './capture.ts';

const menus = [
  { id: 'clip', title: 'Save to Goldthread', contexts: ['selection'] },
  { id: 'page', title: 'Save this page to Goldthread', contexts: ['page'] },
  { id: 'link', title: 'Save this link to Goldthread', contexts: ['link'] },
  { id: 'image', title: 'Save this image to Goldthread', contexts: ['image'] },
] as const;

/** Puts our items into the browser's context menus. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of menus) browser.contextMenus.create({ id, title, contexts: [...contexts] });
}

/** What is meant by an item of the menu. */
export function menuAsks(pointed: Browser.contextMenus.OnClickData & { linkText?: string }): Omit<Asked, 'id'> {
  const { menuItemId, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl } = pointed;
  const what = (['page', 'link', 'image'] as const).find((id) => id === menuItemId);
  return { what, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl };
}
