import type * as extension from '../recognise.ts';

/** Nothing is read beside the app: a page is known by its address alone. */
export const recogniseTab: typeof extension.recogniseTab = (_, url) => recogniseAddress(url);

export const recogniseFile: typeof extension.recogniseFile = (_, url) => recogniseAddress(url);

export const recogniseAddress: typeof extension.recogniseAddress = async (url) => {
  const { recognise } = await import('../../page/recognise/recognise.ts');
  return { source: recognise(url), quotes: [] };
};
