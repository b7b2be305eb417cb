import { ogl, type Source } from '../recognise/source.ts';

/** The public interface of Explore education statistics. What it answers with is no page, so its address is all. */
export const statisticsApi: Source = {
  name: 'statistics-api',
  hosts: ['api.education.gov.uk'],
  common: { publisher: 'Department for Education', licence: ogl },
  at({ path }) {
    if (!/^\/statistics\/v\d+(?:\.\d+)?\/(?:publications|data-sets)(?:\/|$)/.test(path)) return undefined;
    const id = /\/data-sets\/([\da-f-]{8,40})(?:\/|$)/.exec(path)?.[1];
    return { kind: 'statistics', identifiers: id ? { dataSet: id } : undefined };
  },
};
