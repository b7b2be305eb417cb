import { browser } from 'wxt/browser';

declare const __ADDRESS__: string;

/** Where a cluster is created or joined unless the person or the school's policy says otherwise. */
export const builtAddress = __ADDRESS__;

/** What the school's policy says of the same. A browser may take seconds to know its policies after an install. */
export async function policyAddress(): Promise<string | undefined> {
  try {
    const { address } = await browser.storage.managed.get('address');
    return typeof address === 'string' && address !== '' ? address : undefined;
  } catch {
    // No policy is set on this machine; Firefox throws then.
    return undefined;
  }
}

/** The keys that save the selected words, as this browser writes them, or '' where they are not set. */
export async function shortcutLabel(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'clip')?.shortcut ?? '';
}
