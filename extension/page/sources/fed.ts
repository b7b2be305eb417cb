import { copyright, isHome, isService, type Source } from '../recognise/source.ts';

/** The Foundation for Education Development. */
export const fed: Source = {
  name: 'fed',
  hosts: ['fed.education'],
  common: { publisher: 'Foundation for Education Development', licence: copyright },
  ending: /\s*[-|–]\s*(FED|Foundation for Education Development)\s*$/i,
  at: (address) => (isHome(address) || isService(address) ? undefined : { kind: 'news' }),
};
