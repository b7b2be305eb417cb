/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { answersOf, askOf, homeOf, type Site } from './addresses.ts';
import { styles } from './styles.ts';

/** A thread, so that browsers ask for no picture. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath d='M3 0v8' stroke='%238a6100' stroke-width='2'/%3E%3C/svg%3E";

export interface FrameOptions {
  /** Missing where the address belongs to nobody. */
  site?: Site | undefined;
  title: string;
  description?: string;
  /** The page's own path; without it the page is nobody else's business, and found by no search. */
  path?: string;
  current?: 'review' | 'answers' | 'ask';
  /** What it says of itself to machines, by schema.org. */
  data?: object;
  /** Styles of this page alone. They belong into `policyStyles` too. */
  own?: string;
  children: Child;
}

/** JSON that stands in a page: nothing in it can end the element that it stands in. */
const inert = (data: object) => raw(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped));
const escaped = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;

function Head({ site, title, description, path, data, own }: FrameOptions) {
  const whole = site && title !== site.standing.name ? `${title} · ${site.standing.name}` : title;
  const address = site && path !== undefined ? `${site.origin}${path}` : undefined;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      {address === undefined && <meta name="robots" content="noindex" />}
      {description && <meta name="description" content={description} />}
      <link rel="icon" href={icon} />
      {site && address !== undefined && (
        <>
          <link rel="canonical" href={address} />
          <link rel="alternate" type="application/feed+json" title="What is new" href={`/${site.slug}/feed.json`} />
          <link rel="alternate" type="application/atom+xml" title="What is new" href={`/${site.slug}/atom.xml`} />
          <meta property="og:type" content={data ? 'article' : 'website'} />
          <meta property="og:title" content={title} />
          <meta property="og:site_name" content={site.standing.name} />
          <meta property="og:url" content={address} />
          <meta property="og:locale" content="en_GB" />
          {description && <meta property="og:description" content={description} />}
        </>
      )}
      <style>{raw(styles)}</style>
      {own && <style>{raw(own)}</style>}
      {data && <script type="application/ld+json">{inert({ '@context': 'https://schema.org', ...data })}</script>}
    </head>
  );
}

function Masthead({ site, current }: { site: Site; current: FrameOptions['current'] }) {
  const places = [
    ['review', homeOf(site), 'Review'],
    ['answers', answersOf(site), 'You asked'],
    ['ask', askOf(site), 'Ask a question'],
  ] as const;
  return (
    <header>
      <a class="name" href={homeOf(site)}>
        {site.standing.name}
      </a>
      <nav aria-label="Pages">
        <ul>
          {places.map(([key, href, words]) => (
            <li>
              <a href={href} aria-current={key === current ? 'page' : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** A whole page. No script runs on it, and it asks nobody for anything. */
export function pageOf(options: FrameOptions): string {
  const { site, current, children } = options;
  const page = (
    <html lang="en-GB">
      <Head {...options}>{null}</Head>
      <body>
        {site && <Masthead site={site} current={current} />}
        <main>
          {site?.standing.demo && (
            <p class="note">This is a demonstration. Its schools, people and figures are made up.</p>
          )}
          {children}
        </main>
        <footer>
          {site && (
            <p>{site.standing.name} writes and publishes these pages. Its schools stand behind what they say.</p>
          )}
          <p>No cookies, no tracking, no script. Made with Goldthread.</p>
        </footer>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${String(page)}`;
}
