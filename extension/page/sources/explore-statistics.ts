import { anyDate } from '../recognise/dates.ts';
import { periodOf } from '../recognise/period.ts';
import { ogl, type Source } from '../recognise/source.ts';

const value = (name: string) => `[data-testid="${name}-value"]`;

/** Explore education statistics: releases, their methods, data sets and tables, and the files that belong to them. */
export const exploreStatistics: Source = {
  name: 'explore-statistics',
  hosts: ['explore-education-statistics.service.gov.uk', 'content.explore-education-statistics.service.gov.uk'],
  common: { licence: ogl },
  ending: /(?:\s*-\s*(Explore education statistics|GOV\.UK))+$/i,
  at({ host, path }) {
    if (host.startsWith('content.')) return /^\/api\/releases\/./.test(path) ? { kind: 'statistics' } : undefined;
    const shown =
      /^\/(?:find-statistics|data-catalogue|data-tables|methodology|education-in-numbers|download-latest-data)(?:\/|$)/;
    if (!shown.test(path)) return undefined;
    const id = /^\/data-(?:catalogue\/data-set|tables\/(?:permalink|fast-track))\/([\da-f-]{8,40})$/.exec(path)?.[1];
    return { kind: 'statistics', identifiers: id ? { dataSet: id } : undefined };
  },
  read: (page) => ({
    publisher: page.text(value('Produced by'))?.replace(/\s*\(opens in new tab\)/gi, '') ?? 'Department for Education',
    published: anyDate(page.text(value('Published'))),
    updated: anyDate(page.text(value('Last updated'))),
    period: periodOf(page.text('[data-testid="page-title-caption"]')),
    superseded: isOld(page.texts('.govuk-tag, [data-testid="superseded-warning"]')) || undefined,
  }),
  instead: (page) => {
    const title = page.text('[data-testid="page-title"]');
    // On some pages the caption stands within the title.
    const caption = page.text('[data-testid="page-title"] [data-testid="page-title-caption"]') ?? '';
    return { title: title?.startsWith(caption) ? title.slice(caption.length).trim() || title : title };
  },
};

const isOld = (notices: readonly string[]) =>
  notices.some((one) => /^(this is )?not the latest (data|release)$|has been superseded by/i.test(one));
