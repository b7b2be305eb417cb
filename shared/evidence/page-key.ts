import { doiOfAddress } from './doi.ts';

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

/** Parameters that ask for another form of the same page: for phones, for paper. Any other value is another thing. */
const forms: { [name: string]: RegExp } = {
  amp: /^(1|true)?$/i,
  print: /^(1|true|yes|y)?$/i,
  printable: /^(1|true|yes|y)?$/i,
  view: /^print(able)?$/i,
  format: /^(print|amp)$/i,
  output: /^(print|amp)$/i,
  outputtype: /^amp$/i,
};

const isForm = (name: string, value: string): boolean => {
  const key = name.toLowerCase();
  return Object.hasOwn(forms, key) && (forms[key]?.test(value) ?? false);
};

/** Hosts that show the same pages under another name. The older address of Ofsted's files leads to the newer. */
const sameHosts: { [host: string]: string } = { 'files.api.ofsted.gov.uk': 'files.ofsted.gov.uk' };

/** What a site for phones has before its host. */
const phone = /^(?:(?:m|mobile|amp)\.(?=[^.]+\.[^.]+)|([a-z]{2,3})\.m\.(?=[^.]+\.))/;

function hostOf(host: string): string {
  const bare = host.replace(/^www\./, '').replace(phone, (_, language?: string) => (language ? `${language}.` : ''));
  return sameHosts[bare] ?? bare;
}

/** The last part of a path that a folder shows by itself. */
const indexes = /\/(?:index\.(?:html?|shtml|php|aspx?)|default\.(?:html?|aspx?))$/i;

/** An article's other form as the last part of its path. Only behind a headline: `/sound/amp` is about amplifiers. */
const articleForm = /^(.*\/[^/]*(?:-[^/-]+){3,})\/(?:amp|print)$/i;

const pathOf = (pathname: string): string =>
  pathname
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/\/+$/, '')
    .replace(indexes, '')
    .replace(/\/+$/, '')
    .replace(articleForm, '$1');

/**
 * Which page an address leads to, the same for every way of writing it: no scheme, no `www.`, no fragment but one that
 * is a path, no tracking or session, parameters in one order, no slash at the end, no form for phones or for paper; an
 * article that has a DOI in its address is known by that alone, `doi:10.…`. An address that is none is its own key.
 */
export function pageKey(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const { protocol, host, pathname, hash } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return withoutPlace(url);
  const doi = doiOfAddress(parsed);
  if (doi) return `doi:${doi}`;
  const name = hostOf(host);
  const path = pathOf(pathname);
  const kept = [...parsed.searchParams].filter(([one, value]) => !aside.test(one) && !isForm(one, value));
  // A record of ERIC is its number, whatever was searched for on the way.
  const record = name === 'eric.ed.gov' && path === '' ? kept.filter(([one]) => one === 'id') : [];
  const told = record.length > 0 ? record : kept;
  const query = new URLSearchParams(told.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const shown = route.test(hash) ? hash.replace(/\/+$/, '') : '';
  return `${name}${path}${query && `?${query}`}${shown === '#' ? '' : shown}`;
}

/** Which page a source is, by the DOI that it says it has where its address has none. */
export const sourceKey = ({ url, doi }: { url: string; doi?: string | undefined }): string =>
  doi ? `doi:${doi}` : pageKey(url);

/** What cites an article or belongs to it has the article's DOI in its descriptions, and is another page. */
const besideArticle = /\/doi\/(?!10\.)/i;

/** Which page an article is that says its DOI itself. */
export const articleKey = (url: string, doi: string | undefined): string =>
  doi && !besideArticle.test(url) ? sourceKey({ url, doi }) : pageKey(url);

/** The DOI in a page's key, if it is one. */
export const doiOfKey = (key: string): string | undefined => (key.startsWith('doi:') ? key.slice(4) : undefined);

/**
 * How the addresses of a page begin and go on, by its key: each address that may have that key is one of `exact`, or
 * begins with one of `starts`. More begin so than have it: the key decides. A DOI's are anywhere, so it has none.
 */
export function addressesOf(key: string): { exact: string[]; starts: string[] } {
  if (doiOfKey(key)) return { exact: [], starts: [] };
  const [place = ''] = key.split(/[?#]/);
  const [, host = '', path = ''] = /^([^/]*)(.*)$/.exec(place) ?? [];
  const wiki = /^([a-z]{2,3})\.([^.]+\..+)$/.exec(host);
  const hosts = [host, ...Object.keys(sameHosts).filter((one) => sameHosts[one] === host)].flatMap((one) => [
    one,
    ...['www.', 'm.', 'mobile.', 'amp.', 'www.m.'].map((before) => `${before}${one}`),
  ]);
  if (wiki) hosts.push(`${wiki[1]}.m.${wiki[2]}`, `www.${wiki[1]}.m.${wiki[2]}`);
  const marks = ['?', '#', ';', '/?', '/#', '/index.', '/default.'];
  if (articleForm.test(`${path}/amp`)) marks.push('/amp', '/print');
  const addresses = ['https://', 'http://'].flatMap((scheme) => hosts.map((one) => `${scheme}${one}${path}`));
  return {
    exact: addresses.flatMap((address) => [address, `${address}/`]),
    starts: addresses.flatMap((address) => marks.map((mark) => `${address}${mark}`)),
  };
}
