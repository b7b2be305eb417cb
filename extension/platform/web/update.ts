import type * as extension from '../update.ts';

/** The newer app is fetched in the background, and taken up when the older one is closed. */
export const updateAdvice: typeof extension.updateAdvice =
  'Close every tab and window of Goldthread, then open it again.';
