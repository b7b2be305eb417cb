import { browser } from 'wxt/browser';
import type { Replica } from '../replica/replica.ts';
import { anchorsOf } from './anchors.ts';
import type { Asked } from './capture.ts';
import { hearPages, type PageSender } from './messages.ts';
import { followSites } from './sites.ts';

/**
 * In the background: tells pages what is known of them. It is looked up on this device; nothing of it is sent anywhere.
 */
export function startPresence(replica: Replica, clip: (asked: Asked & { windowId: number }) => Promise<void>): void {
  /** Entries by frame of each tab's page. When the background ends, the icon keeps its count until the page asks again. */
  const counts = new Map<number, { url: string | undefined; frames: Map<number, number> }>();
  const count = async (tab: PageSender['tab'], frame: number, entries: number) => {
    // The browser clears a tab's count itself when it goes to another document.
    const known = counts.get(tab.id);
    const { frames } = known?.url === tab.url && known ? known : { frames: new Map<number, number>() };
    counts.set(tab.id, { url: tab.url, frames: frames.set(frame, entries) });
    const sum = [...frames.values()].reduce((total, one) => total + one, 0);
    const text = sum === 0 ? '' : String(sum);
    await browser.action.setBadgeText({ tabId: tab.id, text }).catch(() => undefined);
  };
  browser.tabs.onRemoved.addListener((tabId) => counts.delete(tabId));

  followSites();
  hearPages({
    async here({ url, fingerprint, doi }, { tab, frame, reader }) {
      const { anchors, entries } = await anchorsOf(replica, url, reader ? { fingerprint } : { doi });
      await count(tab, frame, entries.length);
      return anchors;
    },
    // The panel opens only if it is asked to at once.
    clip: (_, { tab, frame }) => void clip({ ...tab, frameId: frame }),
  });
}
