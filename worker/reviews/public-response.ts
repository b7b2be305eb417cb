import type { Context } from 'hono';
import { sha256 } from '../../shared/ids.ts';
import type { App } from '../http.ts';
import { pageTag } from './page-tag.ts';
import { styleHashes } from './pages/style-hashes.ts';
import { remembered } from './remembered.ts';

/** A page, a feed or a picture for the public, as text. */
export interface PublicBody {
  type: string;
  text: string;
  /** 200 unless told: what was withdrawn is `gone` to programs, and still a page that says why. */
  status?: 200 | 404 | 410;
}

/** Seconds for which browsers and caches may show a page without asking: a removal is everywhere after that. */
const fresh = 60;

/**
 * Answers a public GET with what `make` makes, or with the same as a few seconds ago. Its ETag is that of its content,
 * so that whoever has it already is told so in a few bytes. `query` is what of the query tells one page from another:
 * the rest of it makes no page of its own. `undefined` where there is nothing at the address.
 */
export async function publicResponse(
  c: Context<App>,
  slug: string,
  make: () => Promise<PublicBody | undefined>,
  query = '',
): Promise<Response | undefined> {
  const { url, path } = c.req;
  const origin = url.slice(0, url.indexOf('/', 8));
  const page = await remembered(c.env, `page ${origin}${path}?${query}`, async () => {
    const made = await make();
    return made && readyOf(slug, made, await sha256(made.text));
  });
  if (!page) return undefined;
  const { bytes, status, headers, etag } = page;
  // What is not there, or not any more, is said each time.
  if (status === 200 && isKnown(c.req.header('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(bytes, { status, headers });
}

/** What is the same for every reader of a page: made once, since most of them come while it is in memory. */
function readyOf(slug: string, { type, text, status = 200 }: PublicBody, hash: string) {
  const etag = `"${hash.slice(0, 32)}"`;
  const headers = new Headers({
    'content-type': type,
    'cache-control': `public, max-age=${fresh}`,
    'cache-tag': pageTag(slug),
    etag,
    ...publicHeaders,
    // Whoever follows a partnership reads its feeds from a page of their own.
    ...(!type.startsWith('text/html') && { 'access-control-allow-origin': '*' }),
  });
  return { bytes: new TextEncoder().encode(text), status, headers, etag };
}

/** Whether one of the marks that a client has is this one. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) === true;

/** On everything that the public is sent: nothing runs, nothing else is loaded, and no other site frames it. */
export const publicHeaders = {
  'content-security-policy': `default-src 'none'; style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
