import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** Pages to read, and pages made to do harm. */
const folders = ['pages', 'hostile'].map((name) => join(import.meta.dirname, '../fixtures', name));

async function readPage(name: string): Promise<Buffer | undefined> {
  for (const folder of folders) {
    const page = await readFile(join(folder, name)).catch(() => undefined);
    if (page) return page;
  }
  return undefined;
}

/** A site of the sample pages, on loopback. */
export interface Site {
  address: string;
  close(): Promise<void>;
}

/** Serves `test/fixtures/pages` and `test/fixtures/hostile`; `/` is the list of the former. */
export async function startSite(): Promise<Site> {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://site').pathname) || 'index.html';
    const page = await readPage(name);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? 'Not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
