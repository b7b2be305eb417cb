import type * as extension from '../settings.ts';

/** The app talks to whoever served it. */
export const builtAddress: typeof extension.builtAddress = location.origin;

export const policyAddress: typeof extension.policyAddress = async () => undefined;

/** There are no keys for words that stand in another tab. */
export const shortcutLabel: typeof extension.shortcutLabel = async () => '';
