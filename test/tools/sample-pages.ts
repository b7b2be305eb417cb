import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from './run-process.ts';

const folder = join(root, 'test/fixtures/pages');

/** The page that `npm start` opens first. */
export const firstPage = 'ofsted-report-card.html';

/** The sample pages' names, for example `reading-fluency.html`. */
export const samplePageNames = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.html'));

/** The HTML of a sample page. */
export const readSamplePage = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** A server of the sample pages. */
export interface SamplePages {
  /** For example `http://127.0.0.1:8788`. */
  address: string;
  port: number;
  stop(): Promise<void>;
}

/** Serves the sample pages on loopback. Port 0 takes any free one. */
export async function serveSamplePages(port: number): Promise<SamplePages> {
  // Only names that were in the folder at the start: no path from outside reaches the disk.
  const names = new Set(samplePageNames());
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    if (!names.has(name))
      return response.writeHead(404, { 'content-type': 'text/plain' }).end('No such sample page.\n');
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return response.end(request.method === 'HEAD' ? undefined : readSamplePage(name));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${taken}`,
    port: taken,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
