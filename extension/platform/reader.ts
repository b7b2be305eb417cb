import { browser } from 'wxt/browser';
import { handledFile } from './pdf-handler.ts';
import { readerAddress, readingOf } from './reader-address.ts';

/** Where a file's bytes wait for the reader, from the tab that holds them: the browser keeps them by an address only. */
const shelf = 'reader';
const shelved = (url: string) => `https://reader.invalid/?${encodeURIComponent(url)}`;

/** A file larger than this is not passed from a tab to the reader, in bytes. */
const mostPassed = 60_000_000;

/**
 * The bytes of the file that a tab shows, in base64, read by the page itself: with the person's own way in, and
 * without access to anything else there. It travels to the page by itself.
 */
async function bytesHere(most: number): Promise<string | undefined> {
  try {
    const blob = await (await fetch(location.href)).blob();
    if (blob.size > most) return undefined;
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
      reader.onerror = () => resolve(undefined);
      reader.readAsDataURL(blob);
    });
  } catch {
    return undefined;
  }
}

/** Opens the PDF that a tab shows in our reader, in the same tab: the browser's button leads back. */
export async function openTabInReader(tab: { id: number; url: string }): Promise<void> {
  // Where access lasts the reader fetches it by itself, and shows how far it is.
  if (!(await hasAccess(tab.url))) {
    try {
      const [answer] = await browser.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [0] },
        func: bytesHere,
        args: [mostPassed],
      });
      const base64: unknown = answer?.result;
      if (typeof base64 === 'string') {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        await (await caches.open(shelf)).put(shelved(tab.url), new Response(bytes));
      }
    } catch {
      // The browser lets nobody in: the reader asks for the file.
    }
  }
  await browser.tabs.update(tab.id, { url: readerAddress(tab.url) });
}

/** Opens the PDF beside the panel in our reader, in the same tab. */
export async function openActiveInReader(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined && tab.url) await openTabInReader({ id: tab.id, url: tab.url });
}

/** Opens an address in the reader, in a tab of its own. */
export async function openInReader(url?: string): Promise<void> {
  await browser.tabs.create({ url: readerAddress(url) });
}

/** In the reader: what a tab has left there for it, once. */
export async function takeShelved(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const cache = await caches.open(shelf);
  const found = await cache.match(shelved(url));
  if (!found) return undefined;
  const bytes = new Uint8Array(await found.arrayBuffer());
  await cache.delete(shelved(url));
  return bytes;
}

/** The match pattern of an address's host. Our policy lets a page of ours connect to the web over TLS, and to loopback. */
function originOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? `${parsed.protocol}//${parsed.hostname}/*` : undefined;
}

/** Whether the reader may fetch from an address's host. */
export async function hasAccess(url: string): Promise<boolean> {
  const origin = originOf(url);
  return origin !== undefined && (await browser.permissions.contains({ origins: [origin] }));
}

/** Asks the person for access to this one host. It must be called at once in the handler of a click. */
export async function askAccess(url: string): Promise<boolean> {
  const origin = originOf(url);
  return origin !== undefined && browser.permissions.request({ origins: [origin] });
}

/**
 * In the reader: says in its address what the file is, so that the panel beside it knows; the history stays as it is.
 * At the file's own address there is nothing to say it in: the panel hears it from what the reader tells.
 */
export async function nameFile(url: string, fingerprint: string): Promise<void> {
  if (!(await handledFile())) history.replaceState(null, '', readerAddress(url, fingerprint));
}

/** In the reader: which file it is to show, if one is named; and where its bytes are, where the browser has them. */
export async function fileAsked(): Promise<{ url: string; stream?: string } | undefined> {
  const named = readingOf(location.href);
  if (named) return { url: named.url };
  const handled = await handledFile();
  return handled && { url: handled.originalUrl, stream: handled.streamUrl };
}
