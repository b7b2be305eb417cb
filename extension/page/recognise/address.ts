/** An address as sources look at it: host without `www.`, path in lower case without doubled or last slashes. */
export interface Address {
  url: URL;
  /** Empty where it is no ordinary page of the web. */
  host: string;
  path: string;
  /** What `?name=…` has, by the name in lower case; the first of several. */
  query(name: string): string | undefined;
}

/** No page has a longer address. */
const most = 4000;

/** Reads an address; `undefined` where it is none. */
export function readAddress(text: string): Address | undefined {
  const url = text.length <= most ? URL.parse(text) : null;
  if (!url) return undefined;
  // A page on a port of its own, or of another scheme than the web's, is of no site that we know.
  const known = /^https?:$/.test(url.protocol) && url.port === '';
  return {
    url,
    host: known ? url.hostname.replace(/\.$/, '').replace(/^(www|m|amp)\./, '') : '',
    path: pathOf(url.pathname),
    query: (name) => {
      for (const [one, value] of url.searchParams) if (one.toLowerCase() === name) return value;
      return undefined;
    },
  };
}

function pathOf(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // A stray per cent sign: taken as it is.
  }
  const bare = path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/(index|default)\.(html?|aspx?|php)$/, '')
    .replace(/\/+$/, '');
  return bare || '/';
}
