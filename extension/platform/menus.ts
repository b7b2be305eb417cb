import { type Browser, browser } from 'wxt/browser';
import type { Asked } from './capture.ts';
import { figureSites } from './hosts.ts';
import { grantedHosts } from './sites.ts';

type Place = 'selection' | 'page' | 'link' | 'image';

interface Menu {
  id: string;
  title: string;
  contexts: [Place, ...Place[]];
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

const figure = 'figure';

/**
 * The item that records the figure under the pointer. A menu knows no elements, so it stands on every page of a site of
 * figures, and the page itself knows what was clicked.
 */
async function figureMenu() {
  // A right click on a Mac selects the word that it is on.
  const { os } = await browser.runtime.getPlatformInfo();
  const contexts: Menu['contexts'] = os === 'mac' ? ['page', 'selection'] : ['page'];
  const documentUrlPatterns = [...figureSites, ...(await grantedHosts())];
  return { title: 'Record this figure in Goldthread', contexts, documentUrlPatterns };
}

/** Puts our items into the browser's context menus. */
export async function createMenus(): Promise<void> {
  const recording = await figureMenu();
  await browser.contextMenus.removeAll();
  for (const menu of [...menus, { id: figure, ...recording }]) browser.contextMenus.create(menu);
}

/** In the background: offers to record figures on a site as long as there is access to it. */
export function followMenus(): void {
  const follow = async () => browser.contextMenus.update(figure, await figureMenu());
  browser.permissions.onAdded.addListener(follow);
  browser.permissions.onRemoved.addListener(follow);
}

/** Whether the item that records a figure was chosen. */
export const isFigureAsked = ({ menuItemId }: Browser.contextMenus.OnClickData): boolean => menuItemId === figure;

/** What is meant by an item of the menu. */
export function menuAsks(pointed: Browser.contextMenus.OnClickData & { linkText?: string }): Omit<Asked, 'id'> {
  const { menuItemId, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl } = pointed;
  const what = (['page', 'link', 'image'] as const).find((id) => id === menuItemId);
  return { what, selectionText, frameId, frameUrl, linkUrl, linkText, srcUrl };
}
