/** @jsxImportSource hono/jsx */
import type { PublicEvidence } from '../../../shared/reviews/public-review.ts';
import { beginningOf, dayOf, Paragraphs, webAddress } from './words.tsx';

const stances = { supports: 'Supports it', challenges: 'Challenges it', context: 'Gives context' } as const;

const seenWords: { [how: string]: string } = {
  visit: 'Seen on a visit',
  lesson: 'Seen in a lesson',
  pupils: 'Heard from pupils',
  families: 'Heard from families',
  other: 'Seen ourselves',
};

/** How exact the date is, it stays: a year, a month, or a day. */
const publishedWords = (date: string) => (/^\d{4}-\d\d-\d\d$/.test(date) ? dayOf(date) : date.slice(0, 4));

/** What a piece of evidence is, in few words. */
function nameOf({ source, seen, figure }: PublicEvidence): string {
  if (source) return source.title;
  if (seen) return seenWords[seen.how] ?? 'Seen ourselves';
  return figure ? 'A figure from our log' : 'From our log';
}

function Source({ source, seen }: PublicEvidence) {
  if (!source) {
    const on = seen?.on && dayOf(seen.on);
    return (
      <p class="src">{seen ? `${seenWords[seen.how] ?? 'Seen ourselves'}${on ? `, ${on}` : ''}.` : 'From our log.'}</p>
    );
  }
  const address = webAddress(source.url);
  const after = [
    source.author,
    source.publisher,
    source.published && publishedWords(source.published),
    source.page && `page ${source.page.replace(/^p(?:age|\.)?\s*/i, '')}`,
    source.licence,
  ].filter(Boolean);
  return (
    <p class="src">
      {address ? <a href={address}>{source.title}</a> : source.title}
      {after.length > 0 && `. ${after.join(', ')}`}
    </p>
  );
}

/** A piece of evidence that opens: the words, where they are from, and the page. */
export function Evidence({ evidence }: { evidence: PublicEvidence }) {
  const { n, stance, quote, figure, shortened } = evidence;
  return (
    <details class="ev" id={`e${n}`}>
      <summary>
        {n}. {beginningOf(nameOf(evidence), 90)}
        {stance && <span class="soft"> · {stances[stance]}</span>}
      </summary>
      <div>
        {quote && (
          <blockquote>
            <Paragraphs text={quote} />
          </blockquote>
        )}
        {figure && <Paragraphs text={figure} />}
        {shortened && <p class="src">Shortened here: the rest stands in the source.</p>}
        <Source {...evidence} />
      </div>
    </details>
  );
}

/** The evidence under a part of an account. With `at` it stands on another page, and is linked to. */
export function EvidenceOf({ evidence, at }: { evidence: readonly PublicEvidence[]; at?: string | undefined }) {
  if (evidence.length === 0) return null;
  if (at !== undefined) {
    return (
      <p class="mid">
        What this rests on:{' '}
        {evidence.map(({ n }, i) => (
          <>
            {i > 0 && ', '}
            <a href={`${at}#e${n}`}>evidence {n}</a>
          </>
        ))}
      </p>
    );
  }
  return (
    <div class="evs">
      {evidence.map((one) => (
        <Evidence evidence={one} />
      ))}
    </div>
  );
}
