import { copyright, isHome, isService, type Source } from '../recognise/source.ts';

/** The Education Endowment Foundation: its toolkits, guidance, reviews and projects, and the store of its documents. */
export const eef: Source = {
  name: 'eef',
  hosts: ['educationendowmentfoundation.org.uk', 'd2tic4wvo1iusb.cloudfront.net'],
  common: { publisher: 'Education Endowment Foundation', licence: copyright },
  ending: /\s*\|\s*(EEF|Education Endowment Foundation)\s*$/i,
  at(address) {
    const { host, path } = address;
    if (host === 'd2tic4wvo1iusb.cloudfront.net') {
      return /^\/(?:production\/)?(?:documents|eef-guidance-reports)\/./.test(path) ? { kind: 'eef' } : undefined;
    }
    const itself = /^\/(?:our-(?:team|people|funding)|who-we-are|people|vacancies|media|funding|how-we-work)(?:\/|$)/;
    return isHome(address) || isService(address) || itself.test(path) ? undefined : { kind: 'eef' };
  },
};
