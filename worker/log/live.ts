import { closeCodes, type LiveMessage, liveProtocol, tokenProtocol } from '../../shared/sync.ts';

/** A push that is longer than this only says that there is something to pull. Characters of JSON. */
const longest = 64 * 1024;

/** The token that a live request carries as its second subprotocol. */
export function liveToken(request: Request): string | undefined {
  const offered = (request.headers.get('sec-websocket-protocol') ?? '').split(',').map((text) => text.trim());
  if (!offered.includes(liveProtocol)) return undefined;
  return offered.find((text) => text.startsWith(tokenProtocol))?.slice(tokenProtocol.length);
}

/**
 * Accepts a live socket that survives the object's sleep. It is tagged with its device, so that revoking closes it.
 * Signs of life are answered without waking the object.
 */
export function acceptLive(ctx: DurableObjectState, device: string, seq: number): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  ctx.acceptWebSocket(server, [device]);
  server.send(JSON.stringify({ type: 'hello', seq } satisfies LiveMessage));
  return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': liveProtocol } });
}

/** Refuses a live socket in the only way that a browser can read: it opens and is closed with a code. */
export function refuseLive(code: number): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code);
  return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': liveProtocol } });
}

/** Sends a page of changes, as `changesPage` makes it, to every open view of the cluster. */
export function pushChanges(
  ctx: DurableObjectState,
  page: string,
  head: { after: number; seq: number; time: number },
): void {
  const nudge: LiveMessage = { type: 'changes', ...head };
  const text = page.length <= longest ? `{"type":"changes",${page.slice(1)}` : JSON.stringify(nudge);
  for (const socket of ctx.getWebSockets()) {
    try {
      socket.send(text);
    } catch {
      // It is closing; it will pull when it comes back.
    }
  }
}

/** Closes every live socket whose device is let in no longer. */
export function closeRevoked(ctx: DurableObjectState, revoked: (device: string) => boolean): void {
  for (const socket of ctx.getWebSockets()) {
    const [device] = ctx.getTags(socket);
    if (device && revoked(device)) socket.close(closeCodes.revoked, 'revoked');
  }
}

/** Closes every live socket of a device. */
export function closeLive(ctx: DurableObjectState, device: string): void {
  for (const socket of ctx.getWebSockets(device)) socket.close(closeCodes.revoked, 'revoked');
}
