import { indicatorsFrom, schoolOfPage } from '../../shared/evidence/page-bearing.ts';
import { isRelevant, type SourceKind } from '../../shared/evidence/page-source.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { useDealings } from '../priorities/use-dealings.ts';
import { PageAbout } from './page-about.tsx';
import './page-context.css';
import { PageGrades } from './page-grades.tsx';
import { PageImprove } from './page-improve.tsx';
import { PageOurs } from './page-ours.tsx';
import { PageSchool } from './page-school.tsx';
import { threadsOf } from './page-threads.ts';

/** Pages with figures or judgements of schools, beside which one looks at one's own. */
const ofSchools: readonly SourceKind[] = [
  'ofsted-provider',
  'ofsted-report',
  'gias',
  'performance',
  'statistics',
  'finance',
];

/** What the page beside the panel is, and what it has to do with us. */
export function PageContext({ page }: { page: ToldPage }) {
  const dealings = useDealings();
  const { source } = page;
  if (!isRelevant(source)) return null;
  const school = dealings && schoolOfPage(dealings.schools, source);
  const threads = dealings ? threadsOf(dealings) : [];
  const from = indicatorsFrom(dealings?.indicators ?? [], source);
  const isBeside = threads.length > 0 && (ofSchools.includes(source.kind) || from.size > 0);
  return (
    <div class="stack">
      <PageAbout page={page} named={school?.body.name} />
      {source.grades && <PageGrades page={page} />}
      {page.file && page.file.improve.length > 0 && <PageImprove page={page} improve={page.file.improve} />}
      {school && <PageSchool school={school} page={source} dealings={dealings} threads={threads} />}
      {!school && isBeside && source.access !== 'refused' && <PageOurs page={source} threads={threads} from={from} />}
    </div>
  );
}
