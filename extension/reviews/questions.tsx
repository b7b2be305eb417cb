import { can } from '../../shared/cluster/roles.ts';
import type { Question } from '../../shared/reviews/question-kind.ts';
import { isPublished, takesQuestions, withoutContact } from '../../shared/reviews/takes-questions.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { hrefTo } from '../ui/route.ts';
import { When } from '../ui/when.tsx';
import { askedAsWords, askerWords, questionState } from './question-words.ts';
import { publicLink, type ReviewScene, useReviews, type Whole } from './use-reviews.ts';

/** What the public asked: what waits, oldest first, and what was done with the others. */
export function Questions() {
  const scene = useReviews();
  const { questions, publicity } = scene;
  const waiting = questions.filter(({ body }) => body.state === 'new').sort((a, b) => a.body.at - b.body.at);
  const done = questions.filter(({ body }) => body.state !== 'new').sort((a, b) => b.body.at - a.body.at);
  const open = takesQuestions({ ...scene, publicities: publicity ? [publicity] : [] });
  return (
    <div class="stack wide">
      <div class="stack prose-width">
        <p class="soft">
          Anyone may ask about what you published, without an account. A question is yours alone until somebody here
          publishes it with an answer, passes it to a safeguarding lead, or declines it with a reason.
        </p>
        {open ? (
          <div class="row">
            <CopyButton text={publicLink(scene, 'ask')}>Copy the address for asking</CopyButton>
          </div>
        ) : (
          <p>{whyClosed(scene)}</p>
        )}
      </div>
      <section class="stack" aria-labelledby="waiting-title">
        <h2 id="waiting-title">
          Waiting <span class="soft">{waiting.length}</span>
        </h2>
        {waiting.length === 0 ? <p class="soft">Nothing waits.</p> : <List questions={waiting} />}
        {waiting.length > 0 && !can(scene.me, 'question.answer') && <p class="soft small">Observers read along.</p>}
      </section>
      {done.length > 0 && (
        <section class="stack" aria-labelledby="done-title">
          <h2 id="done-title">
            Dealt with <span class="soft">{done.length}</span>
          </h2>
          <List questions={done} />
        </section>
      )}
    </div>
  );
}

/** Why nobody can ask at present. */
function whyClosed(scene: ReviewScene): string {
  if (!isPublished(scene)) return 'Questions come once a review is published.';
  if (withoutContact(scene).length > 0)
    return 'Questions come once every school has said whom to reach when worried about a child.';
  return 'No questions are taken at present.';
}

function List({ questions }: { questions: readonly Whole<Question>[] }) {
  return (
    <ul class="review-list">
      {questions.map(({ id, body }) => (
        <li key={id}>
          <div class="board-card">
            <a href={hrefTo('publish', 'questions', id)}>{titleOf(body)}</a>
            <span class="small soft">
              {body.from?.name ?? askerWords[body.who]}
              {body.how !== 'question' && ` ${askedAsWords[body.how]}`} · <When at={body.at} /> ·{' '}
              {questionState[body.state]}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A question's words, as many as make a line or two. */
export const titleOf = ({ text, answer }: Question): string => {
  const words = answer?.asked ?? text;
  return words.length > 140 ? `${words.slice(0, 139).trimEnd()}…` : words;
};
