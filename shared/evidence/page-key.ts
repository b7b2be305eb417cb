/**
 * Parameters that say how a reader came to a page, never which page it is: those of the common measuring tools (their
 * public documentation names them), and of sessions.
 */
const aside =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|_g[al]|_hs\w+|ref_src|phpsessid|jsessionid|sessionid|sid)$/i;

/** A fragment by which a page of many says which of them it shows, as some sites write their paths: `#/`, `#!`. */
const route = /^#[/!]/;

/** An address without its fragment, unless that says which page it is. */
export function withoutPlace(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || route.test(url.slice(at)) ? url : url.slice(0, at);
}

/**
 * Which page an address leads to, the same for every way of writing it: no scheme, no `www.`, no fragment but one that
 * is a path, no tracking or session, parameters in one order, no slash at the end. An address that is none is its own
 * key.
 */
export function pageKey(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const { protocol, host, pathname, hash } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return withoutPlace(url);
  const kept = [...parsed.searchParams].filter(([name]) => !aside.test(name));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const path = pathname.replace(/;jsessionid=[^/]*/i, '').replace(/\/+$/, '');
  const shown = route.test(hash) ? hash.replace(/\/+$/, '') : '';
  return `${host.replace(/^www\./, '')}${path}${query && `?${query}`}${shown === '#' ? '' : shown}`;
}
