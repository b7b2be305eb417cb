import { copyright, type Source } from '../recognise/source.ts';

/** News of the National Centre for Excellence in the Teaching of Mathematics. */
export const ncetm: Source = {
  name: 'ncetm',
  hosts: ['ncetm.org.uk'],
  common: { publisher: 'NCETM', licence: copyright },
  ending: /\s*[-|–]\s*NCETM\s*$/i,
  at: ({ path }) => (/^\/(?:news|features)(?:\/|$)/.test(path) ? { kind: 'news' } : undefined),
};
