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
  hold(words: string | undefined): void;
  /** What is sent with these words in it gets through; of its answer only this many bytes come, then the line breaks. */
  cut(words: string | undefined, bytes?: number): void;
  /** What is sent with these words in it gets through; its answer never comes while the browser waits. */
  late(words: string | undefined): void;
  /** What is sent with these words in it never arrives, and is answered with a 500. */
  fail(words: string | undefined): void;
  /** How often one of these faults has met a request, since it was last asked; one that is late, once it was given up. */
  met(): number;
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
  let cutting: { words: string; bytes: number } | undefined;
  let late: string | undefined;
  let failing: string | undefined;
  let met = 0;
  const server = createServer((from) => {
    const onward = connect(Number(behind), '127.0.0.1');
    let withheld = false;
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        // The Worker is done with what is withheld; the browser, which waits for it, is not told.
        if (one === from || !withheld) other.destroy();
      });
    }
    let unheard = false;
    let left: number | undefined;
    from.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (failing && text.includes(failing)) {
        met++;
        from.end('HTTP/1.1 500 Internal Server Error\r\nconnection: close\r\ncontent-length: 4\r\n\r\nOops');
        return;
      }
      if (cutting && text.includes(cutting.words)) {
        met++;
        left = cutting.bytes;
      }
      if (late && text.includes(late) && !withheld) {
        withheld = true;
        from.once('close', () => met++);
      }
      unheard ||= deaf !== undefined && text.includes(deaf);
      if (held && text.includes(held)) from.pause();
      else onward.write(chunk);
      if (!isPing(chunk)) heard.push(text);
    });
    onward.on('data', (chunk) => {
      if (unheard) from.destroy();
      else if (withheld) return;
      else if (left === undefined) from.write(chunk);
      else if (chunk.length >= left) from.end(chunk.subarray(0, left));
      else {
        left -= chunk.length;
        from.write(chunk);
      }
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
    cut(words, bytes = 0) {
      cutting = words === undefined ? undefined : { words, bytes };
    },
    late(words) {
      late = words;
    },
    fail(words) {
      failing = words;
    },
    met() {
      const times = met;
      met = 0;
      return times;
    },
    close: shut,
  };
}
