/** @jsxImportSource hono/jsx */
import { type EditionLine, editionAt, homeOf, type Site } from './addresses.ts';
import { Editions } from './editions.tsx';
import { pageOf } from './frame.tsx';
import { type Answered, QuestionsPart } from './questions-part.tsx';
import { Day, Paragraphs, pathWords } from './words.tsx';

/** There is nothing at an address. */
export function missingPage(site?: Site): string {
  return pageOf({
    site,
    title: 'There is nothing here',
    children: (
      <>
        <h1>There is nothing here</h1>
        <p class="lead">
          No page has this address. It may have been mistyped, or cut off at the end of a line.
          {!site && ' The school that gave it to you can tell you the right one.'}
        </p>
        {site && (
          <p class="facts">
            <a href={homeOf(site)}>Go to what {site.standing.name} publishes</a>
          </p>
        )}
      </>
    ),
  });
}

/** Somebody's own link cannot be looked up at the moment. */
export const laterPage = (): string =>
  pageOf({
    title: 'Please try again in a few minutes',
    children: (
      <>
        <h1>Please try again in a few minutes</h1>
        <p class="lead">We cannot look up your question just now. Your link stays good, and nothing is lost.</p>
      </>
    ),
  });

export interface WithdrawnOptions {
  site: Site;
  edition: EditionLine & { withdrawn: { at: number; reason: string } };
  /** The edition of the same period that stands, where there is one. */
  newest?: EditionLine | undefined;
  editions: readonly EditionLine[];
}

/** In the place of an edition that was taken back: what was there, when, and why. Its words are gone. */
export function withdrawnPage({ site, edition, newest, editions }: WithdrawnOptions): string {
  const { path, n, published, withdrawn } = edition;
  return pageOf({
    site,
    title: `Withdrawn: our review of ${pathWords(path)}`,
    path: editionAt(site, path, n),
    current: 'review',
    children: (
      <>
        <h1>This review was withdrawn</h1>
        <p class="lead">
          Here stood {n > 1 ? `edition ${n} of our review` : 'our review'} of {pathWords(path)}, published on{' '}
          <Day at={published} />. We took it back on <Day at={withdrawn.at} />.
        </p>
        <section class="box" aria-labelledby="why">
          <h2 class="over" id="why">
            Why
          </h2>
          <Paragraphs text={withdrawn.reason || 'No reason was given.'} />
        </section>
        {newest && (
          <p class="facts">
            <a href={editionAt(site, path)}>Edition {newest.n} stands in its place</a>.
          </p>
        )}
        <Editions site={site} editions={editions} here={editionAt(site, path)} />
      </>
    ),
  });
}

/** A partnership of which no review stands now. */
export function nothingPage({
  site,
  editions,
  questions,
}: {
  site: Site;
  editions: readonly EditionLine[];
  questions: readonly Answered[];
}): string {
  const { standing } = site;
  return pageOf({
    site,
    title: standing.name,
    description: `What ${standing.name} promised, and what came of it.`,
    path: homeOf(site),
    current: 'review',
    children: (
      <>
        <h1>{standing.name}</h1>
        <p class="lead">
          {editions.length === 0 ? 'No review has been published yet.' : 'No review stands here at the moment.'} This is
          where {standing.name} will say what it promised, and what came of it.
        </p>
        {standing.schools.length > 0 && (
          <section class="part" aria-labelledby="schools">
            <h2 id="schools">Our schools</h2>
            <ul class="dots">
              {standing.schools.map(({ name }) => (
                <li>{name}</li>
              ))}
            </ul>
          </section>
        )}
        <QuestionsPart site={site} questions={questions} latest={3} />
        <Editions site={site} editions={editions} here={homeOf(site)} />
      </>
    ),
  });
}
