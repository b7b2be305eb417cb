import type { Keep } from '../../replica/session.ts';

const name = 'goldthread-token';

/** Milliseconds that another tab has to answer. What is at stake is what that tab has not sent yet. */
const patience = 2000;

const channel = new BroadcastChannel(name);
channel.addEventListener(
  'message',
  ({ data }) => {
    const token = sessionStorage.getItem(name);
    if (data === 'ask' && token) channel.postMessage({ token });
    if (data === 'gone') sessionStorage.removeItem(name);
  },
  // As long as the document.
  { signal: new AbortController().signal },
);

/** Asks the other tabs of this browser. */
function fromOthers(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const over = AbortSignal.timeout(patience);
    over.addEventListener('abort', () => resolve(undefined), { once: true });
    channel.addEventListener('message', ({ data }) => data?.token && resolve(String(data.token)), { signal: over });
    channel.postMessage('ask');
  });
}

let asked: Promise<string | undefined> | undefined;

/**
 * The memory of this browser's open tabs, never its disk beyond them: gone when the last one is closed. A tab that is
 * opened beside others has it from them.
 */
export const tabsKeep: Keep = {
  async get() {
    const here = sessionStorage.getItem(name);
    if (here) return here;
    asked ??= fromOthers();
    const token = await asked;
    asked = undefined;
    if (token) sessionStorage.setItem(name, token);
    return token;
  },
  async set(token) {
    if (token !== undefined) return sessionStorage.setItem(name, token);
    sessionStorage.removeItem(name);
    channel.postMessage('gone');
  },
};
