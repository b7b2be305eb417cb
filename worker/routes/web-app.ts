import type { Context } from 'hono';
import { Hono } from 'hono';
import { type App, problemResponse } from '../http.ts';

/** The web app's files. What is in them says nothing of anyone: it is the same for all. */
export const webAppRoutes = new Hono<App>();

/** Only its own scripts and styles, and it talks to nobody but us. */
function policyFor(url: string): string {
  const { host, protocol } = new URL(url);
  // Not every browser takes the socket for a part of 'self'.
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types goldthread',
  ].join('; ');
}

/** Named after their content, they never change. */
const isLasting = (path: string) => path.startsWith('/app/assets/');

async function file(c: Context<App>, path: string): Promise<Response> {
  const asked = new Request(new URL(path, c.req.url), { headers: c.req.raw.headers });
  const found = await c.env.ASSETS.fetch(asked);
  if (found.status === 404) return problemResponse({ code: 'not-found' });
  const headers = new Headers(found.headers);
  headers.set('content-security-policy', policyFor(c.req.url));
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cache-control', isLasting(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  return new Response(found.body, { status: found.status, headers });
}

webAppRoutes.get('/app', (c) => c.redirect('/app/', 308));
webAppRoutes.get('/app/', (c) => file(c, '/app/index.html'));
webAppRoutes.get('/app/*', (c) => file(c, new URL(c.req.url).pathname));

// Where other apps share to. The app answers it itself, on the device; without it nothing of what was shared is read.
webAppRoutes.post('/app/share', (c) => c.redirect('/app/', 303));
