import { copyright, type Source } from '../recognise/source.ts';

/** Tes magazine; the rest of its site sells jobs and lessons. */
export const tes: Source = {
  name: 'tes',
  hosts: ['tes.com'],
  common: { publisher: 'Tes', licence: copyright },
  ending: /\s*[-|–]\s*Tes( Magazine| News)?\s*$/i,
  at: ({ path }) =>
    /^\/(?:[a-z]{2}-[a-z]{2}\/)?(?:magazine|news)\/(?!(?:about|authors?|contact|newsletters?|subscri\w+)(?:\/|$))./.test(
      path,
    )
      ? { kind: 'news' }
      : undefined,
};
