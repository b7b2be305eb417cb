import { browser } from 'wxt/browser';

/** Firefox's own name for it, which Chrome's types do not know. */
interface WithSidebar {
  sidebarAction: { open(): Promise<void> };
}

/**
 * Opens the panel beside the page, in this window or another. It must be called at once in the handler of a click, a key or a menu: browsers
 * allow it only there.
 */
export function openPanel(windowId?: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as WithSidebar).sidebarAction.open();
  return chrome.sidePanel.open({ windowId: windowId ?? chrome.windows.WINDOW_ID_CURRENT });
}
