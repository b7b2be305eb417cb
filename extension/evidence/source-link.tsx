import type { Source } from '../../shared/evidence/evidence.ts';
import { openTab } from '../platform/tabs.ts';

/** The site of an address, as a person would name it. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'file:') return 'a file on a computer';
  return parsed?.host.replace(/^www\./, '') ?? url;
}

const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** A day, a month or a year of ISO 8601 in words. */
export function dateWords(iso: string): string {
  const at = new Date(iso);
  const shape = shapes[iso.length];
  return shape && !Number.isNaN(at.getTime()) ? at.toLocaleDateString('en-GB', { ...shape, timeZone: 'UTC' }) : iso;
}

/** An address from a page or the log, as a link that opens in a tab of its own. */
export function OutLink({ url, words }: { url: string; words: string }) {
  // A file is on somebody's own computer; anything else that is not of the web is no link of ours.
  if (!/^https?:/i.test(url)) return <>{words}</>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void openTab(url);
      }}
    >
      {words}
    </a>
  );
}

/** Where something was read, by whom and from when, as far as the page said it. */
export function SourceLink({ source }: { source: Source }) {
  const host = siteOf(source.url);
  // What a page calls itself stands beside its address, never in place of it.
  const names = [
    source.site?.toLowerCase() === host ? undefined : source.site,
    source.title ? host : undefined,
    source.author,
    source.published && dateWords(source.published),
  ];
  return (
    <p class="small soft">
      <OutLink url={source.url} words={source.title || host} />
      {names.filter(Boolean).map((name) => ` · ${name}`)}
    </p>
  );
}
