import type { OnPage, Source } from '../../shared/evidence/evidence.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import { openTab } from '../platform/tabs.ts';
import { dateWords } from './date-words.ts';

/** The site of an address, as a person would name it. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'file:') return 'a file on a computer';
  return parsed?.host.replace(/^www\./, '') ?? url;
}

/** What an entry kept of a page, to be shown there. */
export interface KeptPlace {
  entry: string;
  passage: Passage & OnPage;
}

async function open(url: string, place?: KeptPlace): Promise<void> {
  if (!place) return openTab(url);
  // Not before somebody wants it: it knows how to talk to pages.
  const { openAt } = await import('../platform/open-at.ts');
  await openAt(url, place.entry, place.passage);
}

/** An address from a page or the log, as a link that opens in a tab of its own, at a passage where one is given. */
export function OutLink({ url, words, place }: { url: string; words: string; place?: KeptPlace | undefined }) {
  // A file is on somebody's own computer; anything else that is not of the web is no link of ours.
  if (!/^https?:/i.test(url)) return <>{words}</>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void open(url, place);
      }}
    >
      {words}
    </a>
  );
}

/** The page of a file as it is printed there, or else as it is counted. */
export const pageWords = ({ page, label }: OnPage): string | undefined =>
  page === undefined ? undefined : `page ${label ?? page}`;

/** Where something was read, by whom and from when, as far as the page said it. */
export function SourceLink({ source, place }: { source: Source; place?: KeptPlace | undefined }) {
  const host = siteOf(source.url);
  // What a page calls itself stands beside its address, never in place of it.
  const names = [
    place && pageWords(place.passage),
    source.site?.toLowerCase() === host ? undefined : source.site,
    source.title ? host : undefined,
    source.author,
    source.published && dateWords(source.published),
  ];
  return (
    <p class="small soft">
      <OutLink url={source.url} words={source.title || host} place={place} />
      {names.filter(Boolean).map((name) => ` · ${name}`)}
    </p>
  );
}
