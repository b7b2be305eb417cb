import { html } from 'hono/html';
import { answerOf, type EditionLine, editionAt, homeOf, type Site } from './addresses.ts';
import { askedBy } from './question-words.ts';
import type { Answered } from './questions-part.tsx';
import { beginningOf, isoOf, pathWords } from './words.tsx';

/** So many entries at most, the newest first. */
const most = 50;

interface Entry {
  id: string;
  url: string;
  title: string;
  text: string;
  published: string;
  updated: string;
}

export interface FeedOptions {
  site: Site;
  editions: readonly EditionLine[];
  questions: readonly Answered[];
}

/** What is new: editions, those withdrawn too, and answers. */
function entriesOf({ site, editions, questions }: FeedOptions): Entry[] {
  const reviews = editions.map((edition): Entry => {
    const { path, n, published, withdrawn } = edition;
    const what = `review of ${pathWords(path)}`;
    return {
      id: `${site.origin}${editionAt(site, path, n)}`,
      url: `${site.origin}${editionAt(site, path, n)}`,
      title: withdrawn ? `Withdrawn: ${what}` : n === 1 ? `Our ${what}` : `Our ${what}, edition ${n}`,
      text: withdrawn ? withdrawn.reason : `What ${site.standing.name} promised, and what came of it.`,
      published: isoOf(published),
      updated: isoOf(withdrawn?.at ?? published),
    };
  });
  const answers = questions.map(({ id, question }): Entry => {
    const { asked, answer, changed, answeredOn, editedOn, who, from } = question;
    const url = `${site.origin}${answerOf(site, id)}`;
    const whole = [asked, `Our answer: ${answer}`, changed && `What we changed: ${changed}`];
    return {
      ...{ id: url, url },
      title: beginningOf(`${from ? `${from.name} asked` : askedBy[who]}: ${asked}`, 120),
      text: whole.filter(Boolean).join('\n\n'),
      published: `${answeredOn}T00:00:00.000Z`,
      updated: `${editedOn ?? answeredOn}T00:00:00.000Z`,
    };
  });
  return [...reviews, ...answers].sort((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, most);
}

/** JSON Feed 1.1. */
export function jsonFeed(options: FeedOptions): string {
  const { site } = options;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.standing.name,
    home_page_url: `${site.origin}${homeOf(site)}`,
    feed_url: `${site.origin}${homeOf(site)}/feed.json`,
    description: `Reviews of ${site.standing.name}, and its answers to questions.`,
    language: 'en-GB',
    authors: [{ name: site.standing.name, url: `${site.origin}${homeOf(site)}` }],
    items: entriesOf(options).map(({ id, url, title, text, published, updated }) => ({
      ...{ id, url, title, content_text: text, date_published: published, date_modified: updated },
    })),
  });
}

/** XML has no words for most control characters. */
const clean = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');

/** Atom (RFC 4287). */
export function atomFeed(options: FeedOptions): string {
  const { site } = options;
  const home = `${site.origin}${homeOf(site)}`;
  const entries = entriesOf(options);
  // A feed without entries was last changed when time began: it has not changed since anybody asked.
  const updated = entries[0]?.updated ?? isoOf(0);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${home}</id>
  <title>${clean(site.standing.name)}</title>
  <updated>${updated}</updated>
  <link rel="self" type="application/atom+xml" href="${home}/atom.xml"/>
  <link rel="alternate" type="text/html" href="${home}"/>
  <author><name>${clean(site.standing.name)}</name><uri>${home}</uri></author>
  ${entries.map(
    (one) => html`<entry>
    <id>${one.id}</id>
    <title>${clean(one.title)}</title>
    <published>${one.published}</published>
    <updated>${one.updated}</updated>
    <link rel="alternate" type="text/html" href="${one.url}"/>
    <content type="text">${clean(one.text)}</content>
  </entry>
  `,
  )}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(feed)}`;
}
