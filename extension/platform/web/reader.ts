import type * as extension from '../reader.ts';

/** Nothing is read beside the app. */
export const openActiveInReader: typeof extension.openActiveInReader = async () => undefined;
export const openInReader: typeof extension.openInReader = async () => undefined;
