/** The part of Trusted Types (W3C) that is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const script = '/app/offline.js';

/** Has the browser keep the app, so that it opens without a connection. */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('goldthread', {
    createScriptURL(url) {
      if (url !== script) throw new TypeError('Only our own worker is run');
      return url;
    },
  });
  await navigator.serviceWorker.register(policy?.createScriptURL(script) ?? script, { updateViaCache: 'none' });
}
