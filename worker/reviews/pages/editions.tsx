/** @jsxImportSource hono/jsx */
import type { PublicReview } from '../../../shared/reviews/public-review.ts';
import { type EditionLine, editionAt, type Site } from './addresses.ts';
import { count, Day, Paragraphs, pathLabel } from './words.tsx';

/** What a later edition put right. */
export function Changed({
  review: { changed },
  most,
  earlier,
}: {
  review: Pick<PublicReview, 'changed'>;
  most: number;
  earlier: string | undefined;
}) {
  if (!changed) return null;
  const shown = changed.where.slice(0, most);
  const more = changed.where.length - shown.length;
  return (
    <section class="note" aria-labelledby="changed">
      <h2 class="over" id="changed">
        What changed in this edition
      </h2>
      <Paragraphs text={changed.note} />
      {shown.length > 0 && (
        <ul class="dots">
          {shown.map((one) => (
            <li>{one}</li>
          ))}
          {more > 0 && <li>and {count(more, 'more place')}</li>}
        </ul>
      )}
      {earlier && (
        <p>
          <a href={earlier}>Read the edition before, as it was</a>
        </p>
      )}
    </section>
  );
}

/** Every edition of every period, the newest first; those that were withdrawn too. */
export function Editions({ site, editions, here }: { site: Site; editions: readonly EditionLine[]; here?: string }) {
  if (editions.length === 0) return null;
  const paths = [...new Set(editions.map(({ path }) => path))];
  return (
    <section class="part" aria-labelledby="editions">
      <h2 id="editions">All our reviews</h2>
      <ul class="list short">
        {paths.map((path) => {
          const mine = editions.filter((one) => one.path === path).toSorted((a, b) => b.n - a.n);
          return (
            <li>
              <b>{pathLabel(path)}</b>
              <ul class="mid">
                {mine.map((edition, i) => (
                  <li>
                    <Edition site={site} edition={edition} alone={mine.length === 1} newest={i === 0} here={here} />
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface EditionOptions {
  site: Site;
  edition: EditionLine;
  alone: boolean;
  newest: boolean;
  here: string | undefined;
}

function Edition({ site, edition, alone, newest, here }: EditionOptions) {
  const { path, n, published, withdrawn } = edition;
  const address = newest ? editionAt(site, path) : editionAt(site, path, n);
  return (
    <>
      <a
        href={address}
        aria-current={address === here ? 'page' : undefined}
        aria-label={`${pathLabel(path)}, ${alone ? 'review' : `edition ${n}`}`}
      >
        {alone ? 'Review' : `Edition ${n}`}
      </a>
      , published on <Day at={published} />
      {withdrawn && (
        <>
          {' '}
          – withdrawn on <Day at={withdrawn.at} />
        </>
      )}
    </>
  );
}
