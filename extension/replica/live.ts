import { parse } from '../../shared/action.ts';
import { closeCodes, LiveMessage, liveProtocol, tokenProtocol } from '../../shared/sync.ts';

/** Milliseconds between signs of life. Half-open connections are common behind school filters. */
const beat = 45_000;

export interface LiveEvents {
  message(message: LiveMessage): void;
  /** It is closed for good, or broken. Not called after `close()`. */
  closed(reason: 'broken' | 'revoked' | 'update-needed'): void;
}

/** Opens the live socket. The credential travels as a subprotocol, never in the address, which servers log. */
export function openLive(
  Socket: typeof WebSocket,
  { address, token }: { address: string; token: string },
  events: LiveEvents,
): { close(): void } {
  const socket = new Socket(`${address.replace(/^http/, 'ws')}/api/live`, [liveProtocol, tokenProtocol + token]);
  const done = new AbortController();
  let answered = true;
  const end = (reason: Parameters<LiveEvents['closed']>[0]) => {
    if (done.signal.aborted) return;
    done.abort();
    clearInterval(pulse);
    socket.close();
    events.closed(reason);
  };
  const pulse = setInterval(() => {
    // One that has not opened by the first beat never will.
    if (!answered || socket.readyState !== 1) return end('broken');
    answered = false;
    socket.send('ping');
  }, beat);
  const { signal } = done;
  socket.addEventListener(
    'message',
    ({ data }) => {
      answered = true;
      const message = typeof data === 'string' && data !== 'pong' ? parse(LiveMessage, jsonOf(data)) : undefined;
      // A newer server may say more than we know.
      if (message?.ok) events.message(message.value);
    },
    { signal },
  );
  socket.addEventListener('error', () => end('broken'), { signal });
  socket.addEventListener(
    'close',
    ({ code }) =>
      end(code === closeCodes.revoked ? 'revoked' : code === closeCodes.updateNeeded ? 'update-needed' : 'broken'),
    { signal },
  );
  return {
    close() {
      done.abort();
      clearInterval(pulse);
      socket.close();
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
