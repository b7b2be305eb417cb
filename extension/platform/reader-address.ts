/** A file in the reader: where it is from, and what tells it from others once it is open. */
export interface InReader {
  url: string;
  fingerprint?: string;
}

const readerPage = () => chrome.runtime.getURL('/reader.html');

/** The address of the reader with a file in it, or with none yet. */
export function readerAddress(url?: string, fingerprint?: string): string {
  const named = new URLSearchParams({ ...(url && { file: url }), ...(fingerprint && { is: fingerprint }) });
  return `${readerPage()}${named.size > 0 ? `?${named}` : ''}`;
}

/** What the reader at an address shows; `undefined` where it is another page, or nothing is open in it. */
export function readingOf(address: string | undefined): InReader | undefined {
  if (!address?.startsWith(readerPage())) return undefined;
  const named = URL.parse(address)?.searchParams;
  const [url, fingerprint] = [named?.get('file'), named?.get('is')];
  return url ? { url, ...(fingerprint && { fingerprint }) } : undefined;
}
