import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What a loopback address serves itself. */
export type Files = { [path: string]: { type: string; body: string | Buffer } };

/** What went over the wire since it was last asked: bodies of both directions, uncompressed, and each gzipped. */
export interface Traffic {
  requests: number;
  bytes: number;
  gzipped: number;
}

export interface Loopback {
  address: string;
  /** Answers with the traffic passed on so far, and counts anew. */
  traffic(): Traffic;
  close(): void;
}

/** A page that runs one script. */
export const pageOf = (...scripts: string[]): Files => ({
  '/bench.html': {
    type: 'text/html',
    body: `<!doctype html><meta charset="utf-8"><title>bench</title>${scripts
      .map((src) => `<script src="${src}"${src.endsWith('.mjs') ? ' type="module"' : ''}></script>`)
      .join('')}`,
  },
});

/**
 * Serves some files on loopback, and passes everything else on to another address, keeping the bodies to count them
 * afterwards. Nobody compresses on the way, so that the bytes of both sides compare.
 */
export async function serve(files: Files, target?: string): Promise<Loopback> {
  let bodies: Buffer[][] = [];
  const server = createServer((incoming, answer) => {
    const file = files[incoming.url ?? ''];
    if (file) {
      answer.writeHead(200, { 'content-type': file.type }).end(file.body);
      return;
    }
    if (!target) {
      answer.writeHead(404).end();
      return;
    }
    const [sent, received]: [Buffer[], Buffer[]] = [[], []];
    bodies.push(sent, received);
    const { 'accept-encoding': _, host: __, ...headers } = incoming.headers;
    const onward = request(target + incoming.url, { method: incoming.method, headers }, (back) => {
      answer.writeHead(back.statusCode ?? 502, back.headers);
      back.on('data', (part: Buffer) => received.push(part));
      back.pipe(answer);
    });
    onward.once('error', () => answer.destroy());
    incoming.on('data', (part: Buffer) => sent.push(part));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic() {
      const whole = bodies.map((parts) => Buffer.concat(parts)).filter(({ length }) => length > 0);
      const requests = bodies.length / 2;
      bodies = [];
      const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
      return {
        requests,
        bytes: sum(whole.map(({ length }) => length)),
        gzipped: sum(whole.map((body) => gzipSync(body).length)),
      };
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
