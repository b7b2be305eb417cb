/** @jsxImportSource hono/jsx */
import type { PublicPriority } from '../../../shared/reviews/public-review.ts';
import { pageOf } from './frame.tsx';
import { PriorityAccount, PriorityChosen, whole } from './priority-account.tsx';
import type { PartOptions } from './schools-page.tsx';
import { periodWords } from './words.tsx';

/** More schools than this have their figures on their own pages alone. */
const tableMost = 60;

/** One priority of an edition, with everything that was published of it. */
export function priorityPage({ site, review, base, priority }: PartOptions & { priority: PublicPriority }): string {
  const names = new Map(review.schools.map(({ urn, name }) => [urn, name]));
  const tables = review.schools.length <= tableMost ? 'all' : 'none';
  return pageOf({
    site,
    title: priority.title,
    description: `What ${review.partnership.name} said it would do, and what came of it.`,
    path: `${base}/${priority.key}`,
    current: 'review',
    children: (
      <>
        <h1>{priority.title}</h1>
        <p class="facts">
          A part of <a href={base}>our review of {periodWords(review.period)}</a>.
        </p>
        <section class="part" aria-labelledby="what">
          <h2 id="what">What we chose to change</h2>
          <PriorityChosen priority={priority} words={true} />
        </section>
        <section class="part" aria-labelledby="so-what">
          <h2 id="so-what">So what came of it?</h2>
          <PriorityAccount priority={priority} names={names} at={`${base}/schools`} fullness={{ ...whole, tables }} />
        </section>
      </>
    ),
  });
}
