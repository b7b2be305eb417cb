import type * as extension from '../panel.ts';

/** The app has no panel. */
export const openPanel: typeof extension.openPanel = async () => undefined;
