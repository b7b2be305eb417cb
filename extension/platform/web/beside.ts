import type * as extension from '../beside.ts';

export type { Beside } from '../beside.ts';

/** Nothing is read beside the app, so there is nothing to follow, to ask for or to go to. */
export const followPage: typeof extension.followPage = (tell) => {
  tell(undefined);
  return () => undefined;
};
export const isLasting: typeof extension.isLasting = async () => false;
export const askForSite: typeof extension.askForSite = async () => false;
export const goTo: typeof extension.goTo = async () => undefined;
export const lookAgain: typeof extension.lookAgain = async () => undefined;
