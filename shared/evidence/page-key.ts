/**
 * Parameters that say how a reader came to a page, never which page it is: those of the common measuring tools (their
 * public documentation names them), and of sessions.
 */
const aside =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|_g[al]|_hs\w+|ref_src|phpsessid|jsessionid|sessionid|sid)$/i;

/**
 * Which page an address leads to, the same for every way of writing it: no scheme, no `www.`, no fragment, no tracking
 * or session, parameters in one order, no slash at the end. An address that is none is its own key.
 */
export function pageKey(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const { protocol, host, pathname } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return url.replace(/#.*$/s, '');
  const kept = [...parsed.searchParams].filter(([name]) => !aside.test(name));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const path = pathname.replace(/;jsessionid=[^/]*/i, '').replace(/\/+$/, '');
  return `${host.replace(/^www\./, '')}${path}${query && `?${query}`}`;
}
