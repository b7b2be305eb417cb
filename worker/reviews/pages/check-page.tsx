/** @jsxImportSource hono/jsx */

import { askers } from '../../../shared/reviews/question-kind.ts';
import type { Site } from './addresses.ts';
import type { AskedForm } from './ask-page.tsx';
import { pageOf } from './frame.tsx';
import { type AskProblem, askedBy, askProblems } from './question-words.ts';
import { Paragraphs } from './words.tsx';
import { Worried } from './worried.tsx';

export interface CheckPageOptions {
  site: Site;
  asked: AskedForm;
  ticket: string;
  /** What may tell who a child or another person is, as it stands in the words. */
  look?: readonly string[];
  problem?: AskProblem;
}

/**
 * The words once more, before they are sent to `/<slug>/ask/send`. 'Change it' posts the same to `/<slug>/ask` with a
 * field `change`, to be shown in the form again.
 */
export function checkPage({ site, asked, ticket, look = [], problem }: CheckPageOptions): string {
  const { standing, slug } = site;
  const about = standing.priorities.find(({ key }) => key === asked.about);
  const who = askers.find((one) => one === asked.who);
  return pageOf({
    site,
    title: 'Look it over',
    current: 'ask',
    children: (
      <>
        <h1>Look it over before you send it</h1>
        {problem && (
          <p class="bad" role="alert">
            {askProblems[problem]}
          </p>
        )}
        <section class="box" aria-label="Your question">
          <p class="mid soft">
            {who === 'partnership' && asked.from ? `${asked.from} asked` : who && askedBy[who]}
            {about && ` about ‘${about.title}’`}
          </p>
          <Paragraphs text={asked.text ?? ''} />
        </section>
        {look.length > 0 && (
          <section class="bad" aria-labelledby="look">
            <p>
              <b id="look">Does this tell who a child is?</b> If so, please take it out.
            </p>
            <ul class="dots">
              {look.map((words) => (
                <li>‘{words}’</li>
              ))}
            </ul>
          </section>
        )}
        <ul class="dots short">
          <li>Is any child, parent or teacher named, or easy to guess?</li>
          <li>Is it about one child? Then please speak to the school.</li>
          <li>If it is answered, everybody can read it.</li>
        </ul>
        <form method="post" action={`/${slug}/ask/send`} accept-charset="utf-8">
          <input type="hidden" name="ticket" value={ticket} />
          {(['about', 'text', 'who', 'how', 'from', 'page'] as const).map((name) =>
            asked[name] === undefined ? null : <input type="hidden" name={name} value={asked[name]} />,
          )}
          <div class="acts">
            <button type="submit">Send the question</button>
            <button class="back" type="submit" formaction={`/${slug}/ask`} name="change" value="1">
              Change it
            </button>
          </div>
        </form>
        <Worried schools={standing.schools} />
      </>
    ),
  });
}
