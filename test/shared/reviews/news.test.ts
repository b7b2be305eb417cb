import { describe, expect, it } from 'vitest';
import { feedOf, newsIn } from '../../../shared/reviews/news.ts';

describe('the news of a partnership', () => {
  it('is found from any page of it', () => {
    const feed = 'https://example.org/upper-valley/feed.json';
    for (const page of ['', '/', '/spring-2026', '/2025-26/school/100001', '/ask?about=p1#form', '/feed.json'])
      expect(feedOf(`https://example.org/upper-valley${page}`), page).toBe(feed);
    expect(feedOf('https://example.org')).toBe('https://example.org/feed.json');
    for (const none of ['javascript:alert(1)', 'file:///etc/passwd', 'no address'])
      expect(feedOf(none), none).toBeUndefined();
  });

  it('is the newest first, and only what can be opened', () => {
    const item = (title: unknown, url: unknown, date_published: unknown) => ({ id: '1', title, url, date_published });
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Upper Valley',
      items: [
        item('Older', 'https://example.org/a', '2026-01-02T03:04:05Z'),
        item(' Newer ', 'https://example.org/b', '2026-02-02T03:04:05+01:00'),
        item('Acts', 'javascript:alert(1)', '2026-03-02T00:00:00Z'),
        item('', 'https://example.org/c', '2026-03-02T00:00:00Z'),
        item('No day', 'https://example.org/d', 'soon'),
        { id: '2' },
      ],
    };
    expect(newsIn(feed)?.map(({ title }) => title)).toEqual(['Newer', 'Older']);
    expect(newsIn(feed, 1)).toEqual([
      { title: 'Newer', url: 'https://example.org/b', at: Date.parse('2026-02-02T02:04:05Z') },
    ]);
  });

  it('is none where the answer is no feed', () => {
    for (const other of [null, 'text', {}, { version: 'https://jsonfeed.org/version/2', items: [] }, { version: 1 }])
      expect(newsIn(other)).toBeUndefined();
    expect(newsIn({ version: 'https://jsonfeed.org/version/1', items: [] })).toEqual([]);
  });
});
