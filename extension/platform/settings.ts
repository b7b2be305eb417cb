import { browser } from 'wxt/browser';

declare const __ADDRESS__: string;

/** Where a cluster is created or joined unless the person says otherwise: the school's policy, or the build's. */
export async function defaultAddress(): Promise<string> {
  try {
    const { address } = await browser.storage.managed.get('address');
    if (typeof address === 'string' && address !== '') return address;
  } catch {
    // No policy is set on this machine; Firefox throws then.
  }
  return __ADDRESS__;
}

/** The keys that save the selected words, as this browser writes them, or '' where they are not set. */
export async function shortcutLabel(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'clip')?.shortcut ?? '';
}
