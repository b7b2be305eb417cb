/** @jsxImportSource hono/jsx */
import { answerOf, answersOf, askOf, type Site } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { declineWords } from './question-words.ts';
import { type Answered, QuestionAnswered, questionsWords } from './questions-part.tsx';
import { beginningOf, count, Day, Paragraphs } from './words.tsx';

/** So many answers stand on one page. */
export const answersPerPage = 10;

/** 'You asked, we changed': every question with its answer, and what was changed because of one. */
export function answersPage({
  site,
  questions,
  page = 1,
}: {
  site: Site;
  /** The newest answer first. */
  questions: readonly Answered[];
  /** From 1. */
  page?: number;
}): string | undefined {
  const { standing } = site;
  const pages = Math.max(1, Math.ceil(questions.length / answersPerPage));
  if (page > pages) return undefined;
  const shown = questions.slice((page - 1) * answersPerPage, page * answersPerPage);
  const changed = questions.filter(({ question }) => question.changed);
  const own = answersOf(site);
  const at = (number: number) => (number === 1 ? own : `${own}?page=${number}`);
  const whereIs = (id: string) => {
    const number = Math.floor(questions.findIndex((one) => one.id === id) / answersPerPage) + 1;
    return `${number === page ? '' : at(number)}#q-${id}`;
  };
  return pageOf({
    site,
    title: page === 1 ? 'You asked, we changed' : `You asked, we changed (page ${page})`,
    description: `Questions to ${standing.name}, its answers, and what it changed.`,
    path: at(page),
    current: 'answers',
    children: (
      <>
        <h1>You asked, we changed</h1>
        <p class="lead">{questionsWords(standing.questions)}</p>
        {standing.open && (
          <p>
            <a class="go" href={askOf(site)}>
              Ask a question
            </a>
          </p>
        )}
        {page === 1 && changed.length > 0 && (
          <section class="part" aria-labelledby="changed">
            <h2 id="changed">What we changed</h2>
            <ul class="list short">
              {changed.slice(0, 12).map(({ id, question }) => (
                <li>
                  <Paragraphs text={question.changed ?? ''} />
                  <p class="mid soft">
                    <Day at={question.editedOn ?? question.answeredOn} /> ·{' '}
                    <a href={whereIs(id)}>the question and our answer</a>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="part" aria-labelledby="all">
          <h2 id="all">{page === 1 ? 'Questions and answers' : `Questions and answers, page ${page} of ${pages}`}</h2>
          {shown.length === 0 && <p>No answer has been published yet.</p>}
          {shown.map((one) => (
            <QuestionAnswered {...one} standing={standing} />
          ))}
        </section>
        {pages > 1 && (
          <nav class="part acts" aria-label="More answers">
            {page > 1 && <a href={at(page - 1)}>Newer answers</a>}
            {page < pages && <a href={at(page + 1)}>Older answers</a>}
          </nav>
        )}
        {standing.questions.declined > 0 && (
          <section class="part" aria-labelledby="declined">
            <h2 id="declined">What is not answered here</h2>
            <p>
              {count(standing.questions.declined, 'question was', 'questions were')} not answered, for one of these
              reasons:
            </p>
            <ul class="dots mid short">
              {Object.values(declineWords).map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

/** One question with its answer. `undefined` where there is none of this id. */
export function answerPage({
  site,
  questions,
  id,
}: {
  site: Site;
  questions: readonly Answered[];
  id: string;
}): string | undefined {
  const found = questions.find((one) => one.id === id);
  if (!found) return undefined;
  return pageOf({
    site,
    title: beginningOf(found.question.asked, 80),
    description: beginningOf(found.question.answer, 200),
    path: answerOf(site, id),
    current: 'answers',
    children: (
      <>
        <h1>A question, and our answer</h1>
        <section aria-labelledby="one">
          <h2 class="hidden" id="one">
            {beginningOf(found.question.asked, 80)}
          </h2>
          <QuestionAnswered {...found} standing={site.standing} />
        </section>
        <p class="facts">
          <a href={answersOf(site)}>All questions and answers</a>
        </p>
      </>
    ),
  });
}
