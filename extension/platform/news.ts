import { feedOf, type News, newsIn } from '../../shared/reviews/news.ts';

/** The longest feed that is read, in letters. */
const longest = 1_000_000;

/**
 * What a partnership published, by the address of its page. The page's server learns that somebody asked, and nothing
 * of who; no cookie goes with it. `undefined` where there is nothing that can be read: no feed, no connection, or a
 * server that the web app may not ask.
 */
export async function readNews(page: string, signal: AbortSignal): Promise<News[] | undefined> {
  const feed = feedOf(page);
  if (!feed) return undefined;
  try {
    const answer = await fetch(feed, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) return undefined;
    const text = await answer.text();
    return text.length > longest ? undefined : newsIn(JSON.parse(text));
  } catch {
    // Offline, not ours to ask, or not what it says it is.
    return undefined;
  }
}
