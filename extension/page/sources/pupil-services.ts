import { urnOf } from '../recognise/school-numbers.ts';
import { isService, type Source } from '../recognise/source.ts';

/** Services that list named pupils. Nothing is read from their pages but which school the address names. */
export const pupilServices: Source = {
  name: 'pupil-services',
  hosts: ['viewyourdata.education.gov.uk', 'analyse-school-performance.service.gov.uk'],
  common: {
    publisher: 'Department for Education',
    access: 'refused',
    reason: 'This service lists named pupils. Nothing from it is kept in the log.',
  },
  at: (address) => ({
    kind: isService(address) ? 'other' : 'performance',
    urn: urnOf(/\/(1\d{5})(?:\/|$)/.exec(address.path)?.[1]),
  }),
};
