import { numbersIn, urnOf } from '../recognise/school-numbers.ts';
import { ogl, type Source } from '../recognise/source.ts';

/** Get information about schools, and EduBase before it. */
export const gias: Source = {
  name: 'gias',
  hosts: ['get-information-schools.service.gov.uk', 'education.gov.uk'],
  common: { publisher: 'Department for Education', licence: ogl },
  ending: /\s*[-|–]\s*(Get Information about Schools|GIAS|GOV\.UK).*$/i,
  at({ host, path, query }) {
    if (host === 'education.gov.uk') {
      return /^\/edubase\/./.test(path) ? { kind: 'gias', urn: urnOf(query('urn')) } : undefined;
    }
    const school = /^\/establishments\/establishment\/\w+\/(\d{5,7})(?:\/|$)/.exec(path);
    if (school) return { kind: 'gias', urn: urnOf(school[1]) };
    const group = /^\/groups\/group\/\w+\/(\d{1,8})(?:\/|$)/.exec(path);
    if (group?.[1]) return { kind: 'gias', identifiers: { group: group[1] } };
    return /^\/(?:establishments|groups|governors|governor|search|downloads)(?:\/|$)/.test(path)
      ? { kind: 'gias' }
      : undefined;
  },
  read: (page) => ({
    school: page.text('#establishment-name') ?? page.text('#establishment-group-name'),
    urn: urnOf(page.text('#urn-value')),
    ...some(numbersIn(page.definition(/^ID\b/) ?? '')),
    updated: undefined,
  }),
  // The heading says 'Establishment' before the name.
  instead: (page) => ({ title: page.text('#establishment-name') ?? page.text('#establishment-group-name') }),
};

/** What is there of some values, so that what is missing hides nothing. */
const some = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
