import { connect, type Socket } from 'node:net';

/** What many requests of one kind came to. */
export interface Answered {
  perSecond: number;
  /** Milliseconds for each, as they came. */
  times: number[];
  /** The status of the first. */
  status: number;
}

/**
 * Asks the same again and again over some connections that stay open, the next as soon as one is answered. Written on
 * plain sockets, so that the asking costs little beside the answering: every answer to the same is as long as the first,
 * so that bytes are only counted.
 */
export async function askAgain(
  address: string,
  {
    path,
    headers = {},
    atOnce,
    milliseconds,
  }: { path: string; headers?: Record<string, string>; atOnce: number; milliseconds: number },
): Promise<Answered> {
  const { hostname, port } = new URL(address);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\n${lines.join('')}\r\n`);
  const times: number[] = [];
  let status = 0;
  const until = performance.now() + milliseconds;
  const begun = performance.now();
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect(Number(port), hostname);
      let length = 0;
      let got = 0;
      let head = '';
      let asked = performance.now();
      socket.setNoDelay(true);
      socket.once('error', reject);
      socket.on('data', (part) => {
        got += part.length;
        if (length === 0) {
          head += part.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
          length = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? (status === 304 ? 0 : Number.NaN));
          if (Number.isNaN(length)) return void socket.destroy(new Error(`${path} does not say how long it is`));
        }
        if (got < length) return;
        if (got > length) return void socket.destroy(new Error(`${path} is not always as long`));
        const now = performance.now();
        times.push(now - asked);
        if (now >= until) {
          socket.destroy();
          return resolve();
        }
        got = 0;
        asked = now;
        socket.write(request);
      });
      socket.write(request);
    });
  await Promise.all(Array.from({ length: atOnce }, one));
  return { perSecond: (times.length * 1000) / (performance.now() - begun), times, status };
}
