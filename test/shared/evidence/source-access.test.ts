import { describe, expect, it } from 'vitest';
import { accessOf } from '../../../shared/evidence/source-access.ts';

describe('what may be kept of a source', () => {
  it('is nothing of services that list pupils', () => {
    for (const url of [
      'https://viewyourdata.education.gov.uk/x?y=1',
      'https://VIEWYOURDATA.education.gov.uk./',
      'https://www.analyse-school-performance.service.gov.uk/2024/Report/KS2/100001',
    ])
      expect(accessOf({ url })).toBe('refused');
  });

  it('is only figures of services behind a sign-in and of inspection data summary reports', () => {
    const restricted = [
      { url: 'https://get-school-improvement-insights.education.gov.uk/school/primary/100001/' },
      { url: 'file:///C:/reports/IDSR.pdf' },
      { url: 'https://intranet.example/files/100001-inspection-data-summary-report.pdf' },
      { url: 'file:///C:/reports/100001.pdf', title: 'Inspection data summary report (IDSR)' },
    ];
    for (const source of restricted) expect(accessOf(source), source.url).toBe('restricted');
  });

  it('is everything of what is public, guidance on such reports too', () => {
    const open = [
      { url: 'https://www.gov.uk/guidance/school-inspection-data-summary-report-idsr-guide', title: 'IDSR guide' },
      { url: 'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence' },
      { url: 'https://education.gov.uk.viewyourdata.example/' },
      { url: 'no address' },
    ];
    for (const source of open) expect(accessOf(source), source.url).toBe('open');
  });
});
