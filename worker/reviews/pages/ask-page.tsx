/** @jsxImportSource hono/jsx */
import { type AskedAs, askedAs, askers } from '../../../shared/reviews/question-kind.ts';
import { askOf, type Site } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { type AskProblem, askedAsLabels, askerLabels, askProblems, declineWords } from './question-words.ts';
import { markOf, threadClass } from './threads.ts';
import { webAddress } from './words.tsx';
import { Worried, WorriedAgain } from './worried.tsx';

/** What somebody wrote into the form, as it came: nothing in it is checked yet. */
export interface AskedForm {
  about?: string | undefined;
  text?: string | undefined;
  who?: string | undefined;
  how?: string | undefined;
  /** Another partnership's name, and where it publishes. */
  from?: string | undefined;
  page?: string | undefined;
}

/** The names of the form's fields. What stands in `website` was written by no person: it is hidden. */
export const askFields = ['about', 'text', 'who', 'how', 'from', 'page', 'website'] as const;

/** At most so many letters. */
export const askedMost = 1000;

function About({ site, about }: { site: Site; about: string | undefined }) {
  const { priorities, word } = site.standing;
  if (priorities.length === 0) return null;
  const known = priorities.some(({ key }) => key === about);
  return (
    <fieldset>
      <legend>What is it about?</legend>
      {priorities.map(({ key, thread, title }) => (
        <label class={`pick ${threadClass(thread)}`}>
          <input type="radio" name="about" value={key} checked={key === about} />
          <span>
            <span class="mark" aria-hidden="true">
              {markOf(thread)}
            </span>
            {title}
          </span>
        </label>
      ))}
      <label class="pick">
        <input type="radio" name="about" value="" checked={!known} />
        <span>The {word} as a whole</span>
      </label>
    </fieldset>
  );
}

const Who = ({ who }: { who: string | undefined }) => (
  <fieldset>
    <legend>Who are you?</legend>
    <p class="mid soft">We do not ask for your name.</p>
    {askers
      .filter((one) => one !== 'partnership')
      .map((one) => (
        <label class="pick">
          <input type="radio" name="who" value={one} required checked={one === who} />
          <span>{askerLabels[one]}</span>
        </label>
      ))}
  </fieldset>
);

/** Another partnership says who it is, and how it means what it says. */
const Partnership = ({ asked }: { asked: AskedForm }) => (
  <>
    <p class="note">
      This goes out in the name of <b>{asked.from}</b>, which publishes at {asked.page}. Both will be shown with it.
    </p>
    <input type="hidden" name="who" value="partnership" />
    <input type="hidden" name="from" value={asked.from} />
    <input type="hidden" name="page" value={asked.page} />
    <fieldset>
      <legend>What do you bring?</legend>
      {askedAs.map((how: AskedAs) => (
        <label class="pick">
          <input type="radio" name="how" value={how} required checked={how === (asked.how || 'question')} />
          <span>{askedAsLabels[how]}</span>
        </label>
      ))}
    </fieldset>
  </>
);

const WhatHappens = ({ word }: { word: string }) => (
  <section class="part" aria-labelledby="then">
    <h2 id="then">What happens with it</h2>
    <ol class="dots">
      <li>You see your words once more before they are sent.</li>
      <li>You get a link of your own. With it you can see what came of your question.</li>
      <li>Somebody in the {word} reads it. Nobody else sees it before it is answered.</li>
      <li>
        Your question and the answer are then shown here, for everybody. Words that tell who somebody is are taken out.
      </li>
    </ol>
    <details>
      <summary>When is a question not answered here?</summary>
      <ul class="dots in mid">
        {Object.values(declineWords).map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <p class="mid in">You are told which. Such a question is deleted after 30 days.</p>
    </details>
  </section>
);

export interface AskPageOptions {
  site: Site;
  asked?: AskedForm;
  problem?: AskProblem;
}

/** The form for a question. With a problem it keeps what was written, and says what to do. */
export function askPage({ site, asked = {}, problem }: AskPageOptions): string {
  const { standing, slug } = site;
  const byPartnership = Boolean(asked.from && webAddress(asked.page));
  const title = 'Ask a question';
  if (!standing.open) return closedPage(site, title);
  return pageOf({
    site,
    title: problem ? `Please look again: ${title.toLowerCase()}` : title,
    description: `Ask ${standing.name} about what it promised. No account is needed.`,
    current: 'ask',
    ...(!problem && !asked.text && !byPartnership && { path: askOf(site) }),
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">Anyone may ask about what we said we would do, and how it is going. You need no account.</p>
        {problem && (
          <p class="bad" id="problem" role="alert">
            {askProblems[problem]}
          </p>
        )}
        <Worried schools={standing.schools} />
        <form method="post" action={`/${slug}/ask`} accept-charset="utf-8">
          <About site={site} about={asked.about} />
          {byPartnership ? <Partnership asked={asked} /> : <Who who={asked.who} />}
          <div class="field">
            <label for="text">Your question</label>
            <p class="mid soft" id="mind">
              At most 1,000 letters. Please name no child, and nobody who could be known by it.
            </p>
            <textarea
              id="text"
              name="text"
              rows={7}
              required
              minlength={10}
              maxlength={askedMost}
              aria-describedby={problem ? 'mind problem' : 'mind'}
            >
              {asked.text ?? ''}
            </textarea>
          </div>
          <div class="trap" aria-hidden="true">
            <label for="website">Leave this empty</label>
            <input id="website" type="text" name="website" tabindex={-1} autocomplete="off" />
          </div>
          <button type="submit">Look it over</button>
          <p class="mid soft">Nothing is sent yet.</p>
        </form>
        <WorriedAgain />
        <WhatHappens word={standing.word} />
      </>
    ),
  });
}

const closedPage = (site: Site, title: string) =>
  pageOf({
    site,
    title,
    current: 'ask',
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          {askProblems['questions-closed']} Questions that were asked before, and the answers, are still here.
        </p>
        <Worried schools={site.standing.schools} />
      </>
    ),
  });
