import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from './http.ts';

/** Three calls, as a program that runs as it is: `node three-calls.mjs ADDRESS CODE`. A test runs it. */
export const threeCalls = `// node three-calls.mjs https://your.address CODE
const [address, code] = process.argv.slice(2);
const random = (bytes) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes)));
const secret = (bytes) => random(bytes).toString('base64url');
const uuid7 = () => {
  const bytes = random(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 15) | 112;
  bytes[8] = (bytes[8] & 63) | 128;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
const call = async (path, body, token) => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: 'Bearer ' + token }) };
  const answer = await fetch(address + '/api/' + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.json()).title);
  return answer.json();
};

// 1. What is the code for?
const { cluster, role } = await call('look', { code });
console.log(cluster.name + ', as ' + role);

// 2. Take it up, once. Keep the token safe; a coordinator can remove it under Devices.
const keys = { member: uuid7(), device: uuid7(), token: secret(32), recovery: secret(16) };
const { token } = await call('join', { code, name: 'Our dashboard', device: 'A server', keys });

// 3. Read everything; later only what changed after the last number.
let after = 0;
for (let more = true; more; ) {
  const page = await call('changes', { after }, token);
  for (const { kind, id } of page.records) console.log(kind, id);
  ({ seq: after, more } = page);
}
`;

/** What the API is, for somebody who wants a school's own dashboard. No script. */
export function apiPage(c: Context<App>): Response | Promise<Response> {
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  return c.html(html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>For programs · Goldthread</title>
    <style>
      :root { color-scheme: light dark; }
      body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; }
      main { max-width: 48rem; margin: 8vh auto; padding: 0 24px; }
      h1 { font-size: 24px; line-height: 1.3; margin: 0 0 16px; font-weight: 600; }
      pre { font-size: 13px; padding: 16px; border: 1px solid GrayText; border-radius: 6px; overflow: auto; }
    </style>
  </head>
  <body>
    <main>
      <h1>For programs</h1>
      <p>Everything that the screens do, a program can do too: <a href="/api/openapi.json">the whole API as OpenAPI</a>.</p>
      <p>
        For a dashboard of your own, ask your coordinator for an invitation as an <strong>observer</strong>: it reads and
        changes nothing. These three calls read all of the log.
      </p>
      <pre tabindex="0">${threeCalls}</pre>
    </main>
  </body>
</html>`);
}
