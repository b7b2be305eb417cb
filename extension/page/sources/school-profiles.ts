import { periodSaid } from '../recognise/period.ts';
import { urnOf } from '../recognise/school-numbers.ts';
import { ogl, type Source } from '../recognise/source.ts';

/** School Profiles, which follows Compare school and college performance. */
export const schoolProfiles: Source = {
  name: 'school-profiles',
  hosts: ['beta.schoolprofiles.education.gov.uk', 'schoolprofiles.education.gov.uk'],
  common: { publisher: 'Department for Education', licence: ogl },
  ending: /\s*-\s*School Profiles( - GOV\.UK)?$/i,
  at({ path }) {
    const urn = urnOf(/^\/school\/(\d{6})(?:\/|$)/.exec(path)?.[1]);
    if (urn) return { kind: 'performance', urn };
    return /^\/(?:compare|schools?|search-results)(?:[/-]|$)/.test(path) ? { kind: 'performance' } : undefined;
  },
  read: (page) => ({
    school: page.text('#school-name-caption') ?? page.text('.school-profile-banner__name'),
    period: periodSaid(page.lines()),
  }),
  // The heading is the same on every school's page; the title has the school in it.
  instead: (page) => ({ title: page.title }),
};
