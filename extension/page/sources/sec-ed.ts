import { copyright, type Source } from '../recognise/source.ts';

/** SecEd, and Headteacher Update from the same house. */
export const secEd: Source = {
  name: 'sec-ed',
  hosts: ['sec-ed.co.uk', 'headteacher-update.com'],
  common: { licence: copyright },
  ending: /\s*[-|–]\s*(SecEd|Headteacher Update)\s*$/i,
  at: ({ host, path }) =>
    /^\/(?:content\/(?:news|best-practice|blogs?|features?|knowledge-bank)|news|best-practice|blogs?|features?|knowledge-bank)(?:\/|$)/.test(
      path,
    )
      ? { kind: 'news', publisher: host === 'sec-ed.co.uk' ? 'SecEd' : 'Headteacher Update' }
      : undefined,
};
