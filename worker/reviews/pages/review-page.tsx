/** @jsxImportSource hono/jsx */
import type { PublicReview } from '../../../shared/reviews/public-review.ts';
import { type EditionLine, editionAt, homeOf, type Site } from './addresses.ts';
import { Changed, Editions } from './editions.tsx';
import { pageOf } from './frame.tsx';
import { type Fullness, PriorityAccount, PriorityChosen, whole } from './priority-account.tsx';
import { type Answered, QuestionsPart } from './questions-part.tsx';
import { SignedList, signedWords } from './signed.tsx';
import { Values } from './values.tsx';
import { beginningOf, count, Day, isoOf, Paragraphs, periodWords } from './words.tsx';

export interface ReviewPageOptions {
  site: Site;
  review: PublicReview;
  path: string;
  n: number;
  /** Every edition that the partnership published, the newest first. */
  editions: readonly EditionLine[];
  questions: readonly Answered[];
  /** The page's own address. */
  at: string;
}

/** What stands on the page; the rest stands on the pages of its priorities and schools. */
interface Detail {
  fullness: Fullness;
  chosen: boolean;
  signed: 'all' | 'reservations' | 'none';
  values: boolean;
  latest: number;
  where: number;
}

const everything: Detail = { fullness: whole, chosen: true, signed: 'all', values: true, latest: 3, where: 60 };
const oneTable: Fullness = { ...whole, tables: 'first' };
const noTables: Fullness = { ...whole, tables: 'none' };
const noEvidence: Fullness = { ...noTables, evidence: false };

const least: Detail = {
  ...{ fullness: { ...noEvidence, pictures: 'none', parts: 'happened' }, chosen: false, signed: 'none' },
  ...{ values: false, latest: 0, where: 3 },
};

/** From all to the least. What does not fit is one link away, so that the page opens on an old phone. */
const details: Detail[] = [
  everything,
  { ...everything, fullness: oneTable },
  { ...everything, fullness: noTables },
  { ...everything, fullness: noTables, signed: 'reservations' },
  { ...everything, fullness: noEvidence, signed: 'reservations' },
  { ...everything, fullness: noEvidence, signed: 'none', chosen: false },
  { ...least, fullness: { ...noEvidence, pictures: 'first' }, latest: 1, where: 8 },
  least,
];

/** No more bytes than this, with some room. */
export const pageBytesMost = 49_500;

const bytesOf = (text: string) => new TextEncoder().encode(text).byteLength;

/** The newest of some editions of the same period that was not withdrawn. */
export const standingEdition = (editions: readonly EditionLine[], path: string): EditionLine | undefined =>
  editions
    .filter((one) => one.path === path && !one.withdrawn)
    .reduce<EditionLine | undefined>((best, one) => (best && best.n > one.n ? best : one), undefined);

/** A review as it was published: the whole of it, as far as it fits. */
export function reviewPage(options: ReviewPageOptions): string {
  let page = '';
  for (const detail of details) {
    page = render(options, detail);
    if (bytesOf(page) <= pageBytesMost) return page;
  }
  return page;
}

/** What machines are told of it. */
const dataOf = ({ site, review, at }: ReviewPageOptions) => ({
  '@type': 'Report',
  name: `${review.partnership.name}: review of ${periodWords(review.period)}`,
  url: `${site.origin}${at}`,
  inLanguage: 'en-GB',
  datePublished: isoOf(review.published),
  version: String(review.edition),
  isAccessibleForFree: true,
  ...(review.summary && { abstract: beginningOf(review.summary, 300) }),
  author: { '@type': 'Organization', name: review.partnership.name, url: `${site.origin}${homeOf(site)}` },
});

function Facts({ review, n, editions, path }: Pick<ReviewPageOptions, 'review' | 'n' | 'editions' | 'path'>) {
  const later = editions.some((one) => one.path === path && one.n > n);
  return (
    <p class="facts">
      {later || n > 1 ? `Edition ${n}, published` : 'Published'} on <Day at={review.published} />. Figures as they stood
      on <Day at={review.asAt} />. {count(review.schools.length, 'school')}.{' '}
      {review.signed.length > 0 && `${signedWords(review.signed)}.`}
    </p>
  );
}

const Jump = ({ to, words }: { to: string; words: string }) => (
  <li>
    <a href={`#${to}`}>{words}</a>
  </li>
);

function render(options: ReviewPageOptions, detail: Detail): string {
  const { site, review, path, n, editions, questions, at } = options;
  const newest = standingEdition(editions, path);
  const isOld = newest !== undefined && newest.n > n;
  const base = isOld ? editionAt(site, path, n) : editionAt(site, path);
  const names = new Map(review.schools.map(({ urn, name }) => [urn, name]));
  const { word } = review.partnership;
  const saysHow = review.how.values.length > 0 || Boolean(review.how.together);
  const title = `Our review of ${periodWords(review.period)}`;
  return pageOf({
    site,
    title,
    description: beginningOf(review.summary ?? `What ${review.partnership.name} promised, and what came of it.`, 200),
    path: base,
    current: 'review',
    data: dataOf(options),
    children: (
      <>
        <h1>{title}</h1>
        {isOld && (
          <p class="note">
            This is edition {n}, as it was. <a href={editionAt(site, path)}>Edition {newest.n} has replaced it</a>.
          </p>
        )}
        {review.summary && (
          <div class="lead">
            <Paragraphs text={review.summary} />
          </div>
        )}
        <Facts {...options} />
        <nav class="short mid" aria-label="On this page">
          <ul class="row">
            {review.why && <Jump to="why" words="Why" />}
            {saysHow && <Jump to="how" words="How" />}
            <Jump to="what" words="What" />
            <Jump to="so-what" words="So what" />
            <Jump to="schools" words="Our schools" />
            <Jump to="questions" words="Your questions" />
          </ul>
        </nav>
        <Changed review={review} most={detail.where} earlier={n > 1 ? editionAt(site, path, n - 1) : undefined} />
        {review.why && (
          <section class="part" aria-labelledby="why">
            <h2 id="why">Why we work together</h2>
            <Paragraphs text={review.why} />
          </section>
        )}
        {saysHow && (
          <section class="part" aria-labelledby="how">
            <h2 id="how">How we work together</h2>
            {review.how.together && <Paragraphs text={review.how.together} />}
            <Values values={review.how.values} words={detail.values} />
          </section>
        )}
        <section class="part" aria-labelledby="what">
          <h2 id="what">What we chose to change</h2>
          <p>
            {count(review.what.length, 'priority', 'priorities')}. Every school in the {word} agreed to{' '}
            {review.what.length === 1 ? 'it' : 'each'}. Change takes two to four years.
          </p>
          {review.what.map((priority) => (
            <PriorityChosen priority={priority} words={detail.chosen} />
          ))}
        </section>
        <section class="part" aria-labelledby="so-what">
          <h2 id="so-what">So what came of it?</h2>
          {review.what.map((priority) => (
            <PriorityAccount
              priority={priority}
              names={names}
              at={`${base}/${priority.key}`}
              fullness={detail.fullness}
            />
          ))}
          <p class="small soft short">
            ‘Withheld’ is a figure about fewer than six pupils, or one from which such a figure could be worked out.
          </p>
        </section>
        <section class="part" aria-labelledby="schools">
          <h2 id="schools">Who stands behind it</h2>
          {review.signed.length > 0 && <p>{signedWords(review.signed)}.</p>}
          {detail.signed !== 'none' && (
            <SignedList review={review} base={base} links={{ sheets: isOld ? undefined : base }} only={detail.signed} />
          )}
          {detail.signed !== 'all' && (
            <p class="mid short">
              <a href={`${base}/schools`}>Each school, what it said, and its own figures</a>
            </p>
          )}
        </section>
        <QuestionsPart site={site} questions={questions} latest={detail.latest} />
        <Editions site={site} editions={editions} here={at} />
      </>
    ),
  });
}
