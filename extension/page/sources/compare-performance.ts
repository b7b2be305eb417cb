import { urnOf } from '../recognise/school-numbers.ts';
import { isHome, isService, ogl, type Source } from '../recognise/source.ts';

/** Compare school and college performance, under its addresses of now and before. */
export const comparePerformance: Source = {
  name: 'compare-performance',
  hosts: [
    'compare-school-performance.service.gov.uk',
    'find-school-performance-data.service.gov.uk',
    'education.gov.uk',
  ],
  common: { publisher: 'Department for Education', licence: ogl },
  ending:
    /\s*[-|–]\s*(Compare school and college performance|Find (?:and compare schools|school and college performance)|GOV\.UK).*$|\s*\(?\bURN:? *\d{6}\)?$/i,
  at(address) {
    const { host, path, query } = address;
    if (isHome(address) || isService(address)) return undefined;
    if (host === 'education.gov.uk') {
      return /^\/schools\/performance\/./.test(path) ? { kind: 'performance', urn: urnOf(query('urn')) } : undefined;
    }
    const urn = urnOf(/^\/school\/(\d{6})(?:\/|$)/.exec(path)?.[1]);
    const group = /^\/multi-academy-trust\/(\d{1,8})(?:\/|$)/.exec(path)?.[1];
    return { kind: 'performance', urn, identifiers: group ? { group } : undefined };
  },
  read: (page) => ({
    school: /^\/school\/\d{6}/.test(page.address.path)
      ? page.text('h1')?.replace(/\s*\(?\bURN:? *\d{6}\)?$/i, '')
      : undefined,
    laestab: laestabOf(page.definition(/^(LAESTAB|DfE number)/i)),
  }),
};

function laestabOf(text: string | undefined): string | undefined {
  const found = /^(\d{3})\/?(\d{4})$/.exec(text?.trim() ?? '');
  return found ? `${found[1]}/${found[2]}` : undefined;
}
