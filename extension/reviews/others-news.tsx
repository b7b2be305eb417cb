import { useEffect, useState } from 'preact/hooks';
import { Followed } from '../../shared/cluster/followed.ts';
import type { News } from '../../shared/reviews/news.ts';
import { readNews } from '../platform/news.ts';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { onDay } from '../ui/when.tsx';

/** So long ago is still news for a meeting: most meet once in half a term or more often. */
const lately = 60 * 24 * 60 * 60_000;

/** What the partnerships that we follow have published lately, all of them together, the newest first. */
export function OthersNews() {
  const { view } = useReplica();
  const now = useNow();
  const followed = useLive(async () =>
    (await view.list(Followed)).flatMap(({ body }) =>
      body && !body.ended ? [{ name: body.name, url: body.url }] : [],
    ),
  );
  const all = useAllNews(followed ?? []);
  const fresh = all.filter(({ at }) => now - at < lately).sort((a, b) => b.at - a.at);
  if (fresh.length === 0) return null;
  return (
    <section class="stack story" aria-labelledby="others-title">
      <h2 id="others-title">Published by partnerships that you follow</h2>
      <ul class="meeting-lines">
        {fresh.map(({ name, title, url, at }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>{' '}
            <span class="soft small">
              {name} · {onDay(at, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Told = News & { name: string };

/** The news of several pages, as they come in; a page that cannot be read tells nothing. */
function useAllNews(followed: readonly { name: string; url: string }[]): Told[] {
  const [told, setTold] = useState<Told[]>([]);
  const pages = followed.map(({ url }) => url).join('\n');
  useEffect(() => {
    const gone = new AbortController();
    setTold([]);
    for (const { name, url } of followed) {
      readNews(url, gone.signal).then((news) => {
        if (gone.signal.aborted || !news) return;
        setTold((before) => [...before, ...news.map((one) => ({ ...one, name }))]);
      }, reportError);
    }
    return () => gone.abort();
  }, [pages]);
  return told;
}
