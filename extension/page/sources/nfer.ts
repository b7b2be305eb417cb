import { copyright, type Source } from '../recognise/source.ts';

/** The National Foundation for Educational Research. */
export const nfer: Source = {
  name: 'nfer',
  hosts: ['nfer.ac.uk'],
  common: { publisher: 'National Foundation for Educational Research', licence: copyright },
  ending: /\s*[-|–]\s*NFER\s*$/i,
  at({ path }) {
    if (
      /^\/(?:news(?:-events)?|nfer-news|press-releases?|blogs?|nfer-blogs|for-the-media)(?:\/|$)|\/(?:news|press-releases?|blogs)\//.test(
        path,
      )
    ) {
      return { kind: 'news' };
    }
    return /^\/(?:publications|key-topics-expertise|for-schools|research|media)(?:\/|$)/.test(path)
      ? { kind: 'research' }
      : undefined;
  },
};
