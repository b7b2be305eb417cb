import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of files, on loopback. */
export interface Files {
  address: string;
  set(path: string, bytes: Uint8Array, type?: string): void;
  close(): Promise<void>;
}

/** Serves what it was given. */
export async function startFiles(): Promise<Files> {
  const kept = new Map<string, { bytes: Uint8Array; type: string }>();
  const server = createServer((request, response) => {
    const found = kept.get(new URL(request.url ?? '/', 'http://site').pathname);
    response
      .writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' })
      .end(found?.bytes ?? 'Not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    set: (path, bytes, type = 'application/pdf') => void kept.set(path, { bytes, type }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
