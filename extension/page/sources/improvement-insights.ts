import { urnOf } from '../recognise/school-numbers.ts';
import type { Source } from '../recognise/source.ts';

/** Get school improvement insights, which only those see who have signed in for their schools. */
export const improvementInsights: Source = {
  name: 'improvement-insights',
  hosts: ['get-school-improvement-insights.education.gov.uk'],
  common: {
    publisher: 'Department for Education',
    access: 'restricted',
    reason:
      'This service is for those who have signed in. Keep only figures about your own schools; they are never published.',
  },
  ending: /\s*[-|–]\s*(Get school improvement insights|GOV\.UK).*$/i,
  at({ path }) {
    const urn = urnOf(/^\/(?:schools?(?:\/[a-z-]+)?)\/(\d{6})(?:\/|$)/.exec(path)?.[1]);
    if (urn) return { kind: 'performance', urn };
    return { kind: /^\/(?:schools?|compare|similar-schools)(?:\/|$)/.test(path) ? 'performance' : 'other' };
  },
  read: (page) => ({ school: page.text('#school-name-caption') ?? page.text('.govuk-caption-l, .govuk-caption-xl') }),
};
