import { urnOf } from '../recognise/school-numbers.ts';
import { isHome, isService, ogl, type Source } from '../recognise/source.ts';

/** Financial Benchmarking and Insights Tool, and Schools Financial Benchmarking before it. */
export const financialBenchmarking: Source = {
  name: 'financial-benchmarking',
  hosts: [
    'financial-benchmarking-and-insights-tool.education.gov.uk',
    'schools-financial-benchmarking.service.gov.uk',
    'sfb.education.gov.uk',
  ],
  common: { publisher: 'Department for Education', licence: ogl },
  ending: /(?:\s*-\s*(Financial Benchmarking and Insights Tool|Schools Financial Benchmarking|GOV\.UK))+$/i,
  at(address) {
    const { host, path, query } = address;
    if (isHome(address) || isService(address)) return undefined;
    if (host !== 'financial-benchmarking-and-insights-tool.education.gov.uk') {
      const company = companyOf(query('companyno'));
      return { kind: 'finance', urn: urnOf(query('urn')), identifiers: company ? { company } : undefined };
    }
    const [, what, number] = /^\/(school|trust|local-authority)\/([a-z\d]{3,8})(?:\/|$)/.exec(path) ?? [];
    if (what === 'school') return { kind: 'finance', urn: urnOf(number) };
    if (what === 'trust' && number) return { kind: 'finance', identifiers: { company: number.toUpperCase() } };
    if (what && number) return { kind: 'finance', identifiers: { authority: number } };
    return /^\/(?:data-sources|schools?|trusts?|local-authorit(?:y|ies)|benchmark\w*|comparison)(?:\/|$)/.test(path)
      ? { kind: 'finance' }
      : undefined;
  },
  instead(page) {
    // What stands over a school's own first page tells nothing by itself.
    const isHomeOf = /^Your (?:school|trust|local authority)$/i.test(page.text('h1') ?? '');
    return { title: isHomeOf ? page.text('.govuk-caption-l') : undefined };
  },
  read(page) {
    const [, what] = /^\/(school|trust|local-authority)\//.exec(page.address.path) ?? [];
    return {
      school: what ? page.text('.govuk-caption-l') : undefined,
      urn: urnOf(page.definition(/^URN$/i)),
    };
  },
};

const companyOf = (text: string | undefined) => /^[a-z\d]{6,8}$/i.exec(text?.trim() ?? '')?.[0].toUpperCase();
