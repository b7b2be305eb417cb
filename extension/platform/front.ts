import { browser } from 'wxt/browser';

/** Tells the address of the page in front in this window, as far as there is access to it; anew when that changes. */
export function followFront(tell: (url: string | undefined) => void, signal: AbortSignal): void {
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const url = tab?.url;
    // Our reader shows a file: it is that which is in front (see reader-address.ts, which would be longer here).
    const shown = url?.includes('/reader.html?') && URL.parse(url)?.searchParams.get('file');
    if (!signal.aborted) tell(shown || url);
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
