/** @jsxImportSource hono/jsx */
import type { DeclineReason } from '../../../shared/reviews/question-kind.ts';
import { answersOf, askOf, type Site } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { declineWords } from './question-words.ts';
import { Day, Paragraphs } from './words.tsx';
import { Worried } from './worried.tsx';

/** What came of a question, for its asker alone. */
export type Followed =
  | { state: 'waiting'; asked?: string; askedOn?: string }
  | { state: 'answered'; asked: string; answer: string; answeredOn?: string; changed?: string | undefined }
  | { state: 'declined'; reason: DeclineReason; asked?: string }
  | { state: 'passed' }
  | { state: 'deleted' };

const titles: { [state in Followed['state']]: string } = {
  waiting: 'Your question is waiting for an answer',
  answered: 'Your question was answered',
  declined: 'Your question is not answered here',
  passed: 'Your question was passed on',
  deleted: 'Your question was deleted',
};

const Asked = ({ asked }: { asked: string | undefined }) =>
  asked ? (
    <section class="box" aria-label="Your question">
      <p class="mid soft">You asked</p>
      <Paragraphs text={asked} />
    </section>
  ) : null;

function What({ site, followed }: { site: Site; followed: Followed }) {
  if (followed.state === 'waiting') {
    const { days } = site.standing.questions;
    return (
      <>
        <p class="lead">
          It arrived{followed.askedOn ? ' on ' : ''}
          {followed.askedOn && <Day at={followed.askedOn} />}. Nobody has answered it yet.
          {days !== undefined && ` Half of all answers so far came within ${days === 1 ? 'a day' : `${days} days`}.`}
        </p>
        <Asked asked={followed.asked} />
      </>
    );
  }
  if (followed.state === 'answered') {
    return (
      <>
        <Asked asked={followed.asked} />
        <section class="part" aria-labelledby="answer">
          <h2 id="answer">The answer</h2>
          {followed.answeredOn && (
            <p class="mid soft">
              <Day at={followed.answeredOn} />
            </p>
          )}
          <Paragraphs text={followed.answer} />
          {followed.changed && (
            <>
              <h3 class="short">What we changed because of it</h3>
              <Paragraphs text={followed.changed} />
            </>
          )}
        </section>
        <p class="facts">
          Everybody can read both under <a href={answersOf(site)}>‘You asked’</a>.
        </p>
      </>
    );
  }
  if (followed.state === 'declined') {
    return (
      <>
        <p class="lead">{declineWords[followed.reason]}</p>
        <Asked asked={followed.asked} />
        <p class="facts">It is deleted 30 days after this was decided.</p>
      </>
    );
  }
  if (followed.state === 'passed') {
    return (
      <p class="lead">
        Somebody who is responsible for keeping children safe has it now. It was taken out of the list of questions and
        is shown to nobody else. If a child is in danger, do not wait for them.
      </p>
    );
  }
  return <p class="lead">It was not answered, and its time has passed. You may ask again.</p>;
}

/** The page behind an asker's own link. Nothing keeps a copy of it, and no search finds it. */
export function followPage({ site, followed }: { site: Site; followed: Followed }): string {
  const title = titles[followed.state];
  return pageOf({
    site,
    title,
    children: (
      <>
        <h1>{title}</h1>
        <What site={site} followed={followed} />
        <p class="facts">{site.standing.open && <a href={askOf(site)}>Ask another question</a>}</p>
        <Worried schools={site.standing.schools} after={true} />
      </>
    ),
  });
}
