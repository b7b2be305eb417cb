import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from '../http.ts';

/**
 * Where an invitation's link leads. The code stands in the address's fragment, which no server sees: the page's one
 * script hands it on to the app, and for the extension the person copies the link from the address bar.
 */
export function joinPage(c: Context<App>): Response | Promise<Response> {
  c.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
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
      h2 { font-size: 18px; margin: 32px 0 8px; font-weight: 600; }
      li { margin-bottom: 12px; }
      ol { padding-inline-start: 24px; }
      .go { display: inline-block; padding: 8px 20px; border-radius: 6px; background: CanvasText; color: Canvas; font-weight: 600; text-decoration: none; }
    </style>
  </head>
  <body>
    <main>
      <h1>You are invited to a cluster on Goldthread</h1>
      <h2>Use it in this browser</h2>
      <p>Nothing to install. It works on a phone, and without a connection.</p>
      <p><a class="go" href="/app/">Use in this browser</a></p>
      <h2>Or install it beside what you read</h2>
      <p>On a computer, Goldthread can stand beside every page, and save words from it in two steps.</p>
      <ol>
        <li>Copy this page’s whole address from the address bar.</li>
        <li>Add Goldthread to this browser. If your school manages the browser, ask your technician.</li>
        <li>Goldthread opens a welcome page. Paste the address there.</li>
      </ol>
      <p>Keep the address to yourself: whoever has it can take your place.</p>
    </main>
    <script src="/app/join.js"></script>
  </body>
</html>`);
}
