import { browser } from 'wxt/browser';
import { captureTab } from './capture.ts';
import { openReplica } from './ground.ts';

/** Opens an address from the log in a new tab. Only what is meant for reading is opened. */
export async function openTab(url: string): Promise<void> {
  if (/^https?:/i.test(url)) await browser.tabs.create({ url });
}

/** Opens the welcome page, or comes back to it. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Captures what is selected on the page beside the panel, as far as access was given. */
export async function captureActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab) await captureTab(openReplica(), tab);
}

export const printPage = (): void => print();
