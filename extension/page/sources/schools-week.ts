import { copyright, isHome, isService, type Source } from '../recognise/source.ts';

/** Schools Week, and FE Week from the same house. */
export const schoolsWeek: Source = {
  name: 'schools-week',
  hosts: ['schoolsweek.co.uk', 'feweek.co.uk'],
  common: { licence: copyright },
  ending: /\s*[-|–]\s*(Schools ?Week|FE ?Week)\s*$/i,
  at(address) {
    const list = /^\/(?:category|tag|author|page|feed|edition|jobs|digital-edition|the-team|supplements?)(?:\/|$)/;
    if (isHome(address) || isService(address) || list.test(address.path)) return undefined;
    return { kind: 'news', publisher: address.host === 'feweek.co.uk' ? 'FE Week' : 'Schools Week' };
  },
};
