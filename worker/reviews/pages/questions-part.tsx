/** @jsxImportSource hono/jsx */
import type { PublicQuestion, PublicStanding } from '../../../shared/reviews/public-review.ts';
import { answerOf, answersOf, askOf, type Site } from './addresses.ts';
import { askedAsLabels, askedBy } from './question-words.ts';
import { markOf, threadClass } from './threads.ts';
import { beginningOf, count, Day, listed, Paragraphs, webAddress } from './words.tsx';

/** A question that stands with its answer, under its public id. */
export interface Answered {
  id: string;
  question: PublicQuestion;
}

/** How many were asked, and what came of them. */
export function questionsWords({
  asked,
  answered,
  declined,
  passed,
  waiting,
  days,
}: PublicStanding['questions']): string {
  if (asked === 0) return 'Nobody has asked a question yet.';
  const parts = [
    `${answered} ${answered === 1 ? 'was' : 'were'} answered`,
    declined > 0 && `${declined} ${declined === 1 ? 'was' : 'were'} declined with a reason`,
    passed > 0 && `${passed} went to somebody who keeps children safe`,
    waiting > 0 && `${waiting} ${waiting === 1 ? 'is' : 'are'} waiting`,
  ].filter((one) => one !== false);
  const time = days === undefined ? '' : ` Half of the answers came within ${days <= 1 ? 'a day' : `${days} days`}.`;
  return `${count(asked, 'question was', 'questions were')} asked: ${listed(parts)}.${time}`;
}

/** A question and its answer, whole. */
export function QuestionAnswered({ id, question, standing }: Answered & { standing: PublicStanding }) {
  const { about, who, how, from, asked, askedOn, answer, answeredOn, editedOn, changed } = question;
  const priority = standing.priorities.find(({ key }) => key === about?.key);
  const thread = priority?.thread;
  const url = webAddress(from?.url);
  return (
    <article class={thread === undefined ? 'part' : `part thread ${threadClass(thread)}`} id={`q-${id}`}>
      <p class="mid soft">
        {thread !== undefined && (
          <span class="mark" aria-hidden="true">
            {markOf(thread)}
          </span>
        )}
        {priority ? `About ‘${priority.title}’` : about ? 'About a priority' : 'About the partnership'}
      </p>
      <h3 class="over">
        {from ? (
          <>
            {url ? <a href={url}>{from.name}</a> : from.name}
            {`: ${askedAsLabels[how].toLowerCase()}`}
          </>
        ) : (
          askedBy[who]
        )}
        , <Day at={askedOn} />
      </h3>
      <blockquote>
        <Paragraphs text={asked} />
      </blockquote>
      <h4>
        Our answer, <Day at={answeredOn} />
        {editedOn && (
          <>
            {' '}
            (put right on <Day at={editedOn} />)
          </>
        )}
      </h4>
      <Paragraphs text={answer} />
      {changed && (
        <>
          <h4>What we changed because of it</h4>
          <Paragraphs text={changed} />
        </>
      )}
    </article>
  );
}

/** On the review: how questions fared, the latest, and the way to ask. */
export function QuestionsPart({
  site,
  questions,
  latest,
}: {
  site: Site;
  questions: readonly Answered[];
  latest: number;
}) {
  const { standing } = site;
  return (
    <section class="part" aria-labelledby="questions">
      <h2 id="questions">What you asked</h2>
      <p>{questionsWords(standing.questions)}</p>
      {questions.length > 0 && latest > 0 && (
        <ul class="list short">
          {questions.slice(0, latest).map(({ id, question }) => (
            <li>
              <a href={answerOf(site, id)}>{beginningOf(question.asked, 140)}</a>
              <p class="mid soft">{beginningOf(question.changed || question.answer, 160)}</p>
            </li>
          ))}
        </ul>
      )}
      {questions.length > 0 && (
        <p class="mid short">
          <a href={answersOf(site)}>All questions and answers</a>
        </p>
      )}
      {standing.open && (
        <p>
          <a class="go" href={askOf(site)}>
            Ask a question
          </a>
        </p>
      )}
    </section>
  );
}
