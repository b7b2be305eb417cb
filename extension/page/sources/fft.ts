import { copyright, type Source } from '../recognise/source.ts';

/** FFT Education Datalab. */
export const fft: Source = {
  name: 'fft',
  hosts: ['ffteducationdatalab.org.uk'],
  common: { publisher: 'FFT Education Datalab', licence: copyright },
  ending: /\s*[-|–]\s*FFT Education Datalab\s*$/i,
  at: ({ path }) => (/^\/\d{4}\/\d\d\/(?!page\/)[^/]+/.test(path) ? { kind: 'research' } : undefined),
};
