import { type Browser, browser } from 'wxt/browser';
import type { Asked } from './capture.ts';

interface Menu {
  id: string;
  title: string;
  contexts: ['selection' | 'page' | 'link' | 'image'];
  targetUrlPatterns?: string[];
}

const menus: Menu[] = [
  { id: 'clip', title: 'Save to Goldthread', contexts: ['selection'] },
  { id: 'page', title: 'Save this page to Goldthread', contexts: ['page'] },
  { id: 'link', title: 'Save this link to Goldthread', contexts: ['link'] },
  {
    id: 'pdf',
    title: 'Open this PDF in Goldthread',
    contexts: ['link'],
    targetUrlPatterns: ['*://*/*.pdf', '*://*/*.pdf?*', '*://*/*.PDF', '*://files.ofsted.gov.uk/v1/file/*'],
  },
  { id: 'image', title: 'Save this image to Goldthread', contexts: ['image'] },
];

/** Puts our items into the browser's context menus. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const menu of menus) browser.contextMenus.create(menu);
}

/** What is meant by an item of the menu. */
export function menuAsks(pointed: Browser.contextMenus.OnClickData & { linkText?: string }): Omit<Asked, 'id'> {
  const { menuItemId, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl } = pointed;
  const what = (['page', 'link', 'image'] as const).find((id) => id === menuItemId);
  return { what, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl };
}
