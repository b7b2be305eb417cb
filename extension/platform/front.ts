import { browser } from 'wxt/browser';
import { readingOf } from './reader-address.ts';

/** Tells the address of the page in front in this window, as far as there is access to it; anew when that changes. */
export function followFront(tell: (url: string | undefined) => void, signal: AbortSignal): void {
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!signal.aborted) tell(readingOf(tab?.url)?.url ?? tab?.url);
  };
  const { onActivated, onUpdated } = browser.tabs;
  const changed = () => void look();
  onActivated.addListener(changed);
  onUpdated.addListener(changed);
  signal.addEventListener(
    'abort',
    () => {
      onActivated.removeListener(changed);
      onUpdated.removeListener(changed);
    },
    { once: true },
  );
  changed();
}
