import { sheetStyles } from './pages/sheet-styles.ts';
import { styles } from './pages/styles.ts';

/** How long anyone may keep a public page before asking whether it still stands, in seconds. */
const keptFor = 60;

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

let policy: Promise<string> | undefined;

/** Our own stylesheets and nothing else: no script, nothing from elsewhere, no frame around it. */
async function makePolicy(): Promise<string> {
  const hashes = await Promise.all([styles, sheetStyles].map(async (one) => `'sha256-${base64(await digest(one))}'`));
  return [
    "default-src 'none'",
    `style-src ${hashes.join(' ')}`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What a public page or feed is, and how it may be kept. */
export interface PageAnswer {
  body: string;
  type?: 'html' | 'json' | 'atom';
  status?: number;
  /** `public`: anyone may keep it for a moment. `private`: nobody keeps it, and no search finds it. */
  kept?: 'public' | 'private';
}

const types = {
  html: 'text/html; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const;

/** The mark by which a copy of these words is known to be the same. */
export async function tagOf(body: string): Promise<string> {
  return `"${base64((await digest(body)).slice(0, 12))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}"`;
}

/** Whether one of the marks that a client has is this one. */
export const isKnown = (known: string | null | undefined, tag: string): boolean =>
  known !== null &&
  known !== undefined &&
  known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);

/** The headers of a page or feed. */
export async function headersOf({ type = 'html', kept = 'public' }: Omit<PageAnswer, 'body'>): Promise<Headers> {
  policy ??= makePolicy();
  const headers = new Headers({
    'content-type': types[type],
    'content-security-policy': await policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': kept === 'public' ? `public, max-age=${keptFor}` : 'no-store',
  });
  if (kept === 'private') headers.set('x-robots-tag', 'noindex');
  // Whoever follows a partnership reads its feed from their own page.
  if (type !== 'html') headers.set('access-control-allow-origin', '*');
  return headers;
}

/** A page as it is answered to a form: never kept. */
export async function privatePage(body: string, status = 200): Promise<Response> {
  return new Response(body, { status, headers: await headersOf({ kept: 'private' }) });
}
