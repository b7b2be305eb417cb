import type * as extension from '../front.ts';

/** No page is in front but the app. */
export const followFront: typeof extension.followFront = (tell) => tell(undefined);
