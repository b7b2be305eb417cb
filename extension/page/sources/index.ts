import type { Source } from '../recognise/source.ts';
import { comparePerformance } from './compare-performance.ts';
import { dfeGuidance } from './dfe-guidance.ts';
import { educationNews } from './education-news.ts';
import { eef } from './eef.ts';
import { epi } from './epi.ts';
import { eric } from './eric.ts';
import { exploreStatistics } from './explore-statistics.ts';
import { fed } from './fed.ts';
import { fft } from './fft.ts';
import { financialBenchmarking } from './financial-benchmarking.ts';
import { gias } from './gias.ts';
import { govUk } from './gov-uk.ts';
import { improvementInsights } from './improvement-insights.ts';
import { inspectionDataSummary } from './inspection-data-summary.ts';
import { journals } from './journals.ts';
import { ncetm } from './ncetm.ts';
import { nfer } from './nfer.ts';
import { ofstedFiles } from './ofsted-files.ts';
import { ofstedReports } from './ofsted-reports.ts';
import { pupilServices } from './pupil-services.ts';
import { schoolProfiles } from './school-profiles.ts';
import { schoolsWeek } from './schools-week.ts';
import { secEd } from './sec-ed.ts';
import { statisticsApi } from './statistics-api.ts';
import { tes } from './tes.ts';

/** Every source that is known. The first that tells of a page has it; those of any host come last. */
export const sources: readonly Source[] = [
  ofstedReports,
  ofstedFiles,
  gias,
  comparePerformance,
  schoolProfiles,
  improvementInsights,
  pupilServices,
  exploreStatistics,
  statisticsApi,
  financialBenchmarking,
  eef,
  govUk,
  dfeGuidance,
  schoolsWeek,
  secEd,
  tes,
  ncetm,
  fed,
  educationNews,
  eric,
  fft,
  epi,
  nfer,
  inspectionDataSummary,
  journals,
];
