import { browser } from 'wxt/browser';
import { openReplica } from './ground.ts';

/** Opens an address from the log in a new tab. Only what is meant for reading is opened. */
export async function openTab(url: string): Promise<void> {
  if (/^https?:/i.test(url)) await browser.tabs.create({ url });
}

/** Opens the welcome page, or comes back to it. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('/welcome.html');
  // Firefox cannot tell which tabs are ours.
  const [open] = (await chrome.runtime.getContexts?.({ contextTypes: ['TAB'], documentUrls: [url] })) ?? [];
  if (open) await browser.tabs.update(open.tabId, { active: true });
  else await browser.tabs.create({ url });
}

/** Opens the log page in a tab of its own, or comes back to it, at a place of it. */
export async function openLog(place: string): Promise<void> {
  const page = browser.runtime.getURL('/log.html');
  // Its address changes with the place, so it is found by how it begins.
  const tabs = (await chrome.runtime.getContexts?.({ contextTypes: ['TAB'] })) ?? [];
  const open = tabs.find(({ documentUrl }) => documentUrl?.split('#')[0] === page);
  const url = `${page}#/${place}`;
  if (open) {
    await browser.tabs.update(open.tabId, { active: true, url });
    await browser.windows.update(open.windowId, { focused: true });
  } else await browser.tabs.create({ url });
}

/** Captures what is selected on the page beside the panel, or the whole of it, as far as access was given. */
export async function captureActiveTab(what?: 'page'): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!tab) return;
  const { captureTab } = await import('./capture.ts');
  await captureTab(openReplica(), { ...tab, what });
}

export const printPage = (): void => print();
