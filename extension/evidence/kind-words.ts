import type { GradeScale, PageSource, SourceKind } from '../../shared/evidence/page-source.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { dateWords } from './date-words.ts';

/** What a page is, in words; of what we have nothing to say of, none. */
export const sourceKindWords: { [kind in SourceKind]: string } = {
  'ofsted-report': 'Ofsted report',
  'ofsted-provider': 'Ofsted’s page of a school',
  gias: 'Register of schools',
  performance: 'School performance data',
  statistics: 'Official statistics',
  finance: 'School finance data',
  eef: 'Evidence for teaching',
  guidance: 'Guidance',
  research: 'Research',
  news: 'News',
  other: '',
};

/** What a scale of grades is called. */
export const scaleWords: { [scale in GradeScale]: string } = {
  'report-card': 'Report card',
  'four-grades': 'Grades as they were before November 2025',
};

/** What a page says of who published it, when, and of which time it is: short pieces, the missing left out. */
export function aboutWords({ kind, publisher, published, updated, period }: PageSource): string[] {
  const said = [
    sourceKindWords[kind],
    publisher,
    published && `published ${dateWords(published)}`,
    updated && updated !== published && `updated ${dateWords(updated)}`,
    period && `${kind.startsWith('ofsted') ? 'inspected' : 'for'} ${periodLabel(period)}`,
  ];
  return [...new Set(said.flatMap((one) => one || []))];
}
