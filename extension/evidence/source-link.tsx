import type { Source } from '../../shared/evidence/evidence.ts';
import { openTab } from '../platform/tabs.ts';

/** The site of an address, as a person would name it. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'file:') return 'a file on a computer';
  return parsed?.host.replace(/^www\./, '') ?? url;
}

/** Where something was read. It opens in a tab of its own. */
export function SourceLink({ source }: { source: Source }) {
  const site = siteOf(source.url);
  // A file is on somebody's own computer; anything else that is not of the web is no link of ours.
  const openable = /^https?:/i.test(source.url);
  return (
    <p class="small soft">
      {openable ? (
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          onClick={(event) => {
            event.preventDefault();
            void openTab(source.url);
          }}
        >
          {source.title || site}
        </a>
      ) : (
        source.title || site
      )}
      {source.title && <> · {site}</>}
    </p>
  );
}
