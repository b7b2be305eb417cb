import { useEffect, useState } from 'preact/hooks';
import type { News } from '../../shared/reviews/news.ts';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import { readNews } from '../platform/news.ts';
import { onDay } from '../ui/when.tsx';
import './followed-news.css';
import { useLivePublicity } from './use-publicity.ts';

interface FollowedNewsProps {
  name: string;
  url: string;
}

/** So many are told of. */
const most = 3;
const fresh = 60 * 24 * 60 * 60_000;

/** What a partnership that we follow has published lately, read from its page by this device, and how to answer it. */
export function FollowedNews({ name, url }: FollowedNewsProps) {
  const news = useNews(url);
  const here = useWhereabouts();
  const ours = useLivePublicity();
  const now = Date.now();
  return (
    <span class="stack tight followed-news">
      {news === 'none' && <span class="soft small">What it publishes cannot be read from here: open its page.</span>}
      {Array.isArray(news) && news.length > 0 && (
        <ul class="stack tight" aria-label={`Lately from ${name}`}>
          {news.slice(0, most).map((one) => (
            <li key={one.url} class="small">
              {now - one.at < fresh && <b>New: </b>}
              <a href={one.url} target="_blank" rel="noreferrer">
                {one.title}
              </a>{' '}
              <span class="soft">{onDay(one.at, now)}</span>
            </li>
          ))}
        </ul>
      )}
      {Array.isArray(news) && (
        <span class="small">
          <a
            href={askLink(url, here?.cluster?.name, ours && `${here?.session?.address}/${ours}`)}
            target="_blank"
            rel="noreferrer"
          >
            Offer support or challenge<span class="unseen"> to {name}</span>
          </a>
        </span>
      )}
    </span>
  );
}

/** The form of another partnership, with who asks. */
function askLink(url: string, name = '', page = ''): string {
  const parsed = new URL(url);
  const [, slug = ''] = parsed.pathname.split('/');
  const link = new URL(`/${slug}/ask`, parsed);
  link.search = new URLSearchParams({ how: 'support', from: name, page }).toString();
  return link.href;
}

/** The news of a page; 'none' where it has none that can be read, `undefined` while it is asked. */
function useNews(url: string): News[] | 'none' | undefined {
  const [news, setNews] = useState<News[] | 'none'>();
  useEffect(() => {
    const gone = new AbortController();
    readNews(url, gone.signal).then((found) => {
      if (!gone.signal.aborted) setNews(found ?? 'none');
    }, reportError);
    return () => gone.abort();
  }, [url]);
  return news;
}
