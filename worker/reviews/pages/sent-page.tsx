/** @jsxImportSource hono/jsx */
import { homeOf, type Site } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { Worried } from './worried.tsx';

/** A question was sent: the link with which its asker, and nobody else, sees what comes of it. */
export function sentPage({ site, link }: { site: Site; link: string }): string {
  const { standing } = site;
  const { days } = standing.questions;
  return pageOf({
    site,
    title: 'Your question was sent',
    current: 'ask',
    children: (
      <>
        <h1>Your question was sent</h1>
        <p class="lead">Thank you. This link is yours alone. Keep it: we cannot find it again for you.</p>
        <section class="box" aria-label="Your link">
          <p>
            <a href={link}>{link}</a>
          </p>
        </section>
        <p class="facts">
          Open it to see whether your question was answered.
          {days !== undefined && ` Half of all answers so far came within ${days === 1 ? 'a day' : `${days} days`}.`}
        </p>
        <p class="facts">
          <a href={homeOf(site)}>Back to the review</a>
        </p>
        <Worried schools={standing.schools} after={true} />
      </>
    ),
  });
}
