import { expect } from 'vitest';
import { LiveMessage, liveProtocol, tokenProtocol } from '../../shared/sync.ts';
import { call } from './cluster.ts';

/** Asks for a live socket, with the subprotocols that a browser would offer. */
export const askLive = (protocols: string, headers: Record<string, string> = {}): Promise<Response> =>
  call('/api/live', { headers: { upgrade: 'websocket', 'sec-websocket-protocol': protocols, ...headers } });

export const offering = (token: string): string => `${liveProtocol}, ${tokenProtocol}${token}`;

/** A live socket whose messages are taken one by one; each wait ends when something comes, never by the clock. */
export function listen(socket: WebSocket) {
  const said: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  let closedWith: ((event: CloseEvent) => void) | undefined;
  const closed = new Promise<CloseEvent>((resolve) => {
    closedWith = resolve;
  });
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    const next = waiting.shift();
    if (next) next(text);
    else said.push(text);
  });
  socket.addEventListener('close', (event) => closedWith?.(event));
  socket.accept();
  const text = async (): Promise<string> => said.shift() ?? new Promise((resolve) => waiting.push(resolve));
  return {
    socket,
    closed,
    /** The next text, as it is. */
    text,
    /** The next message, which must be one that clients understand. */
    next: async (): Promise<LiveMessage> => LiveMessage.parse(JSON.parse(await text())),
    /** How many messages came that nobody has taken. */
    left: () => said.length,
  };
}

export type Live = ReturnType<typeof listen>;

/** Opens a live socket, and takes the greeting. */
export async function openLive(token: string): Promise<Live & { hello: LiveMessage }> {
  const response = await askLive(offering(token));
  expect(response.status).toBe(101);
  if (!response.webSocket) throw new Error('No socket');
  const live = listen(response.webSocket);
  return { ...live, hello: await live.next() };
}

/** The code with which a live socket is closed at once. */
export async function refusedWith(protocols: string): Promise<number> {
  const { webSocket } = await askLive(protocols);
  if (!webSocket) throw new Error('No socket');
  return (await listen(webSocket).closed).code;
}
