import { isService, ogl, type Source } from '../recognise/source.ts';

/** The Department for Education's guidance that has sites of its own. */
export const dfeGuidance: Source = {
  name: 'dfe-guidance',
  hosts: [
    'help-for-early-years-providers.education.gov.uk',
    'support-for-early-career-teachers.education.gov.uk',
    'consult.education.gov.uk',
  ],
  common: { publisher: 'Department for Education', licence: ogl },
  ending: /\s*[-|–]\s*(Help for early years providers|Support for early career teachers|GOV\.UK).*$/i,
  at: (address) => (isService(address) ? undefined : { kind: 'guidance' }),
};
