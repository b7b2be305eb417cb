import { can } from '../../shared/cluster/roles.ts';
import type { Question } from '../../shared/reviews/question-kind.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { When } from '../ui/when.tsx';
import { AnswerForm } from './answer-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { PassOn } from './pass-on.tsx';
import { askedAsWords, askerWords, declineWords, questionState } from './question-words.ts';
import { nameOf, publicLink, useReviews, type Whole } from './use-reviews.ts';

/** One question, and the three things that can be done with it. */
export function QuestionPage({ id }: { id: string }) {
  const scene = useReviews();
  const question = scene.questions.find((one) => one.id === id);
  if (!question) {
    return (
      <>
        <PlaceTitle>Not here</PlaceTitle>
        <p>
          There is no such question in the log of this device. A declined one is deleted after thirty days.{' '}
          <a href={hrefTo('publish', 'questions')}>All questions</a>
        </p>
      </>
    );
  }
  const { body } = question;
  const may = can(scene.me, 'question.answer');
  return (
    <>
      <p class="small">
        <a href={hrefTo('publish', 'questions')}>All questions</a>
      </p>
      <article class="story stack wide">
        <header class="stack tight">
          <PlaceTitle>{body.state === 'new' ? 'A question' : questionState[body.state]}</PlaceTitle>
          <p class="soft small">
            {body.from ? (
              <>
                <a href={body.from.url} target="_blank" rel="noreferrer">
                  {body.from.name}
                </a>{' '}
                {askedAsWords[body.how]}
              </>
            ) : (
              askerWords[body.who]
            )}{' '}
            · <When at={body.at} />
            <About question={body} />
          </p>
        </header>
        {body.text && <p class="story-words asked">{body.text}</p>}
        <Came question={question} />
        {may && body.state === 'new' && (
          <>
            <section class="stack" aria-labelledby="answer-title">
              <h2 id="answer-title">Answer it in public</h2>
              <AnswerForm question={question} />
            </section>
            <Disclosure summary="It is about a child’s safety: pass it on">
              <PassOn question={question} />
            </Disclosure>
            <Disclosure summary="It cannot be answered here: decline it">
              <DeclineForm question={question} />
            </Disclosure>
          </>
        )}
        {may && body.state === 'answered' && (
          <>
            <Disclosure summary="Change the answer" key={question.rev}>
              <AnswerForm question={question} />
            </Disclosure>
            <Disclosure summary="Take it off the public page">
              <DeclineForm question={question} />
            </Disclosure>
          </>
        )}
      </article>
    </>
  );
}

/** Which priority it is about, by the name that was published. */
function About({ question: { about } }: { question: Question }) {
  const { editions } = useReviews();
  if (!about) return null;
  const named = editions
    .toSorted((a, b) => b.body.at - a.body.at)
    .flatMap(({ body }) => body.frozen.what)
    .find(({ key }) => key === about);
  return named ? <> · about ‘{named.title}’</> : null;
}

/** What came of it. */
function Came({ question: { body } }: { question: Whole<Question> }) {
  const scene = useReviews();
  if (body.state === 'answered' && body.answer) {
    const { asked, text, changed, by, at, edited } = body.answer;
    return (
      <section class="stack" aria-label="As published">
        {asked !== body.text && (
          <p class="story-words">
            <span class="soft small">Published as: </span>
            {asked}
          </p>
        )}
        <p class="story-words piece">{text}</p>
        {changed && (
          <p class="story-words">
            <b>What changed because of it:</b> {changed}
          </p>
        )}
        <p class="soft small">
          {nameOf(scene, by)} · <When at={edited ?? at} /> ·{' '}
          <a href={publicLink(scene, 'answers')} target="_blank" rel="noreferrer">
            on the public page
          </a>
        </p>
      </section>
    );
  }
  if (body.declined) {
    return (
      <p>
        {declineWords[body.declined.reason].name}. {nameOf(scene, body.declined.by)} · <When at={body.declined.at} />
        <br />
        <span class="soft small">It is deleted thirty days after that. Whoever asked sees the reason until then.</span>
      </p>
    );
  }
  if (body.passed) {
    return (
      <p>
        {nameOf(scene, body.passed.by)} passed it on, <When at={body.passed.at} />. Its words are not kept here.
      </p>
    );
  }
  return null;
}
