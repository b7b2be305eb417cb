/** @jsxImportSource hono/jsx */
import type { PublicPriority } from '../../../shared/reviews/public-review.ts';
import { type AccountPart, accountParts } from '../../../shared/reviews/review-kind.ts';
import { EvidenceOf } from './evidence.tsx';
import { IndicatorFigure } from './indicator-figure.tsx';
import { markOf, threadClass } from './threads.ts';
import { count, Day, Paragraphs } from './words.tsx';

export const partTitles: { [part in AccountPart]: string } = {
  promised: 'What we said we would do',
  happened: 'What happened',
  'not-worked': 'What did not work',
  next: 'What we will do next',
};

/** How much of a priority stands on a page; what does not stands on the priority's own, `at`. */
export interface Fullness {
  /** Tables of all indicators, of the first alone, or none. */
  tables: 'all' | 'first' | 'none';
  evidence: boolean;
  /** All pictures, the first alone, or none. */
  pictures: 'all' | 'first' | 'none';
  /** All four parts of the account, or what happened alone. */
  parts: 'all' | 'happened';
}

export const whole: Fullness = { tables: 'all', evidence: true, pictures: 'all', parts: 'all' };

/** A priority's mark and title. */
export const ThreadTitle = ({ thread, title }: Pick<PublicPriority, 'thread' | 'title'>) => (
  <>
    <span class="mark" aria-hidden="true">
      {markOf(thread)}
    </span>
    {title}
  </>
);

/** How much the log holds for and against it, and which challenges nobody answered. */
function Weighed({ log, unanswered }: Pick<PublicPriority, 'log' | 'unanswered'>) {
  const { supports, challenges, context } = log;
  const sum = supports + challenges + context;
  if (sum === 0 && unanswered === 0) return null;
  return (
    <p class="mid short">
      {sum > 0 &&
        `Our log holds ${count(sum, 'piece')} of evidence on this: ${supports} for it, ${challenges} against it, ${context} for context. `}
      {unanswered > 0 ? (
        <b>
          {count(unanswered, 'challenge')} {unanswered === 1 ? 'was' : 'were'} not answered when this was published.
        </b>
      ) : (
        challenges > 0 && 'Every challenge was answered.'
      )}
    </p>
  );
}

/** What came of a priority: its thread, with everything that belongs to it. */
export function PriorityAccount({
  priority,
  names,
  at,
  fullness = whole,
}: {
  priority: PublicPriority;
  names: ReadonlyMap<string, string>;
  at: string;
  fullness?: Fullness;
}) {
  const { key, thread, title, parts, indicators, evidence } = priority;
  const shown = fullness.parts === 'all' ? accountParts : (['happened'] as const);
  const pictured =
    fullness.pictures === 'none' ? [] : indicators.slice(0, fullness.pictures === 'first' ? 1 : undefined);
  const less =
    (fullness.tables !== 'all' && indicators.length > (fullness.tables === 'first' ? 1 : 0)) ||
    pictured.length < indicators.length ||
    fullness.parts !== 'all';
  const figures = pictured.map((indicator, i) => (
    <IndicatorFigure
      indicator={indicator}
      names={names}
      of={title}
      table={fullness.tables === 'all' || (fullness.tables === 'first' && i === 0)}
    />
  ));
  return (
    <section class={`thread ${threadClass(thread)}`} id={key} aria-labelledby={`${key}-title`}>
      <h3 id={`${key}-title`}>
        <ThreadTitle thread={thread} title={title} />
      </h3>
      {shown.map((part) => {
        const text = parts.find((one) => one.part === part)?.text;
        const mine = evidence.filter((one) => one.part === part);
        const drawn = part === 'happened' ? figures : [];
        if (!text && mine.length === 0 && drawn.length === 0) return null;
        return (
          <>
            <h4>{partTitles[part]}</h4>
            {text && <Paragraphs text={text} />}
            {drawn}
            <EvidenceOf evidence={mine} at={fullness.evidence ? undefined : at} />
          </>
        );
      })}
      <Weighed {...priority} />
      {less && (
        <p class="mid short">
          <a href={at}>All figures and evidence for this priority</a>
        </p>
      )}
    </section>
  );
}

/** What was chosen, and why no school could do it alone. */
export function PriorityChosen({ priority, words }: { priority: PublicPriority; words: boolean }) {
  const { key, thread, title, description, alone, agreed, starts, review } = priority;
  return (
    <div class={`thread ${threadClass(thread)}`}>
      <h3>
        <span class="mark" aria-hidden="true">
          {markOf(thread)}
        </span>
        <a href={`#${key}`}>{title}</a>
      </h3>
      {words && description && <Paragraphs text={description} />}
      {words && alone && (
        <>
          <h4>Why no school can do it alone</h4>
          <Paragraphs text={alone} />
        </>
      )}
      <p class="mid soft short">
        {agreed !== undefined && (
          <>
            Agreed by every school on <Day at={agreed} />.{' '}
          </>
        )}
        {starts && (
          <>
            Begun on <Day at={starts} />.{' '}
          </>
        )}
        {review && (
          <>
            To be looked at again on <Day at={review} />.
          </>
        )}
      </p>
    </div>
  );
}
