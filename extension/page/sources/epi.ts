import { copyright, type Source } from '../recognise/source.ts';

/** The Education Policy Institute. */
export const epi: Source = {
  name: 'epi',
  hosts: ['epi.org.uk'],
  common: { publisher: 'Education Policy Institute', licence: copyright },
  ending: /\s*[-|–]\s*(Education Policy Institute|EPI)\s*$/i,
  at({ path }) {
    if (/^\/(?:publications-and-research|wp-content\/uploads)(?:\/|$)/.test(path)) return { kind: 'research' };
    return /^\/(?:comments?|news|blogs?|press-releases?)\/./.test(path) ? { kind: 'news' } : undefined;
  },
};
