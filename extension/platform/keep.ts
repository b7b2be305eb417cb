import { browser } from 'wxt/browser';
import type { Keep } from '../replica/session.ts';

const name = 'token';

/** The browser's own memory, never its disk: gone when the browser is closed. Pages' scripts cannot read it. */
export const sessionKeep: Keep = {
  async get() {
    const { [name]: token } = await browser.storage.session.get(name);
    return typeof token === 'string' ? token : undefined;
  },
  async set(token) {
    if (token === undefined) await browser.storage.session.remove(name);
    else await browser.storage.session.set({ [name]: token });
  },
};
