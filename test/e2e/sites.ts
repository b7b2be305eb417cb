import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../tools/certificate.ts';

/** What stands at an address: markup, or something with headers of its own. */
export type Served = string | { body: string | Uint8Array; headers: { [name: string]: string } };

/** What stands where, by whole addresses. What is added later is served too. */
export type Pages = { [url: string]: Served };

/** The real sites' addresses, on this machine. */
export interface Sites {
  /** What a browser needs so as to find them here and nowhere else: for it there is no other network. */
  args: string[];
  /** What was asked for at addresses where nothing stands. */
  missed: string[];
  close(): Promise<void>;
}

/**
 * Serves pages under the names of the real sites, by https, so that a browser treats them as it treats those: with the
 * permissions, the content scripts and the policies of their addresses.
 */
export async function startSites(pages: Pages): Promise<Sites> {
  const hosts = [...new Set(Object.keys(pages).map((url) => new URL(url).hostname))];
  const { key, cert, pin } = makeCertificate(hosts);
  const missed: string[] = [];
  const server = createServer({ key, cert }, ({ headers, url }, answer) => {
    const asked = `https://${headers.host}${url}`;
    const found = pages[asked];
    if (found === undefined) {
      missed.push(asked);
      return void answer.writeHead(404, { 'content-type': 'text/html' }).end('Not here');
    }
    const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    const { body, headers: own } = typeof found === 'string' ? { body: found, headers: {} } : found;
    answer.writeHead(200, { ...html, ...own }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      `--ignore-certificate-errors-spki-list=${pin}`,
    ],
    missed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
