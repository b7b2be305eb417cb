import { browser } from 'wxt/browser';
import { presenceFiles, requiredHosts } from './hosts.ts';

const id = 'presence';

/** The sites to which the person gave access besides those that the manifest names. */
export async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !requiredHosts.includes(origin));
}

/** Goes into a tab to which there is access, each frame of it. Where there is none, nothing happens. */
export async function enterTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    const started = await browser.scripting.executeScript({ target, files: [...presenceFiles.js] });
    // Once a document: a stylesheet put in again is there twice.
    const frameIds = started.flatMap(({ result, frameId }) => (result ? [frameId] : []));
    const styles = { target: { tabId, frameIds }, files: [...presenceFiles.css] };
    if (frameIds.length > 0) await browser.scripting.insertCSS(styles);
  } catch {
    // A page that no extension may touch, or one that has gone.
  }
}

/** Goes into every open tab of these sites: the browser does so by itself only for pages that are loaded later. */
async function enterOpenTabs(hosts: string[]): Promise<void> {
  const tabs = hosts.length > 0 ? await browser.tabs.query({ url: hosts }) : [];
  await Promise.all(tabs.map((tab) => tab.id !== undefined && enterTab(tab.id)));
}

/** Keeps what the browser puts into pages in step with the sites to which access was given. */
async function keepSites(): Promise<void> {
  const matches = await grantedHosts();
  const there = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (matches.length === 0) {
    if (there) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, matches, allFrames: true, runAt: 'document_idle' as const };
  const files = { js: [...presenceFiles.js], css: [...presenceFiles.css] };
  if (there) await browser.scripting.updateContentScripts([{ ...script, ...files }]);
  else await browser.scripting.registerContentScripts([{ ...script, ...files }]);
}

/** In the background: is present on each site to which access is given, as soon as it is and as long as it is. */
export function followSites(): void {
  // One change after the other: two at once could both find nothing registered.
  let turn = Promise.resolve();
  const keep = () => {
    turn = turn.then(keepSites).catch((error: unknown) => reportError(error));
    return turn;
  };
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await keep();
    await enterOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(keep);
  browser.runtime.onStartup.addListener(keep);
  browser.runtime.onInstalled.addListener(async () => {
    await keep();
    await enterOpenTabs([...requiredHosts, ...(await grantedHosts())]);
  });
}
