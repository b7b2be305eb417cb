import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from '../http.ts';

/**
 * Where an invitation's link leads. The code stands in the address's fragment, which no server sees: the person copies
 * the link from the address bar, or the extension reads it there.
 */
export function joinPage(c: Context<App>): Response | Promise<Response> {
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  );
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  return c.html(html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>You are invited to a cluster · Goldthread</title>
    <style>
      :root { color-scheme: light dark; }
      body { margin: 0; font: 18px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; }
      main { max-width: 34rem; margin: 12vh auto; padding: 0 24px; border-left: 3px solid #b8860b; }
      h1 { font-size: 24px; line-height: 1.3; margin: 0 0 16px; font-weight: 600; }
      li { margin-bottom: 12px; }
    </style>
  </head>
  <body>
    <main>
      <h1>You are invited to a cluster on Goldthread</h1>
      <ol>
        <li>Copy this page’s whole address from the address bar.</li>
        <li>Add Goldthread to this browser. If your school manages the browser, ask your technician.</li>
        <li>Goldthread opens a welcome page. Paste the address there.</li>
      </ol>
      <p>Keep the address to yourself: whoever has it can take your place.</p>
    </main>
  </body>
</html>`);
}
