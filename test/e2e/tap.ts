import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A tap between a browser and the Worker: it passes everything on, and knows what the browser sent. */
export interface Tap {
  address: string;
  /** What was sent since the last call, signs of life of the live socket left out. */
  sent(): string[];
  /** While it is closed, nothing gets through: the network is down. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** What is sent with these words in it gets through, and the line breaks when its answer comes. */
  deaf(words: string | undefined): void;
  /** Whatever is sent with these words in it is held back, as by a filter that thinks about it for ever. */
  hold(words: string): void;
  close(): Promise<void>;
}

/** A masked WebSocket frame whose text is four bytes long: `ping` (RFC 6455, section 5.2). */
const isPing = (chunk: Buffer) => chunk.length === 10 && chunk[0] === 0x81 && chunk[1] === 0x84;

/** Starts a tap on loopback in front of an address. */
export async function startTap(to: string): Promise<Tap> {
  const { port: behind } = new URL(to);
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  let deaf: string | undefined;
  let held: string | undefined;
  const server = createServer((from) => {
    const onward = connect(Number(behind), '127.0.0.1');
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    let unheard = false;
    from.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      unheard ||= deaf !== undefined && text.includes(deaf);
      if (held && text.includes(held)) from.pause();
      else onward.write(chunk);
      if (!isPing(chunk)) heard.push(text);
    });
    onward.on('data', (chunk) => {
      if (unheard) from.destroy();
      else from.write(chunk);
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    sent: () => heard.splice(0),
    shut,
    open: () => listen(port),
    deaf(words) {
      deaf = words;
    },
    hold(words) {
      held = words;
    },
    close: shut,
  };
}
