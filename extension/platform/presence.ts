import { browser } from 'wxt/browser';
import type { Replica } from '../replica/replica.ts';
import { anchorsOf } from './anchors.ts';
import type { Asked } from './capture.ts';
import { hearPages } from './messages.ts';
import { followSites } from './sites.ts';

/**
 * In the background: tells pages what is known of them. It is looked up on this device; nothing of it is sent anywhere.
 */
export function startPresence(replica: Replica, clip: (asked: Asked & { windowId: number }) => Promise<void>): void {
  /** Entries by frame. When the background ends, the icon keeps its count until the page asks again. */
  const counts = new Map<number, Map<number, number>>();
  const count = async (tabId: number, frame: number, entries: number) => {
    // The browser clears a tab's count itself when it goes to another document.
    const frames = (frame === 0 ? undefined : counts.get(tabId)) ?? new Map<number, number>();
    counts.set(tabId, frames.set(frame, entries));
    const sum = [...frames.values()].reduce((total, one) => total + one, 0);
    await browser.action.setBadgeText({ tabId, text: sum === 0 ? '' : String(sum) }).catch(() => undefined);
  };
  browser.tabs.onRemoved.addListener((tabId) => counts.delete(tabId));

  followSites();
  hearPages({
    async here({ url }, { tab, frame }) {
      const { anchors, entries } = await anchorsOf(replica, url);
      await count(tab.id, frame, entries.length);
      return anchors;
    },
    // The panel opens only if it is asked to at once.
    clip: (_, { tab, frame }) => void clip({ ...tab, frameId: frame }),
  });
}
