import * as z from 'zod/mini';

/** Something that another partnership published. */
export interface News {
  title: string;
  url: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

const Web = z.string().check(z.maxLength(2000), z.regex(/^https?:\/\//i));

/** A JSON Feed, version 1 or 1.1 (jsonfeed.org), as far as it is read here. What else stands in it is left alone. */
const Feed = z.object({
  version: z.string().check(z.startsWith('https://jsonfeed.org/version/1')),
  items: z.array(
    z.object({
      url: z.optional(z.string()),
      title: z.optional(z.string()),
      date_published: z.optional(z.string()),
    }),
  ),
});

/** Where the feed of a partnership's public page is: `https://example.org/upper-valley` has it at `…/feed.json`. */
export function feedOf(page: string): string | undefined {
  const url = URL.parse(page);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('.json')) {
    // A page of one period stands below the partnership's own.
    const [, slug = ''] = url.pathname.split('/');
    url.pathname = slug ? `/${slug}/feed.json` : '/feed.json';
  }
  return url.href;
}

/** What a feed tells, the newest first; what has no title, address or day is left out. `undefined` where it is none. */
export function newsIn(json: unknown, most = 10): News[] | undefined {
  const feed = z.safeParse(Feed, json);
  if (!feed.success) return undefined;
  return feed.data.items
    .flatMap(({ url, title, date_published }): News[] => {
      const at = Date.parse(date_published ?? '');
      const named = title?.trim().slice(0, 200);
      return z.safeParse(Web, url).success && url && named && Number.isFinite(at) ? [{ url, title: named, at }] : [];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, most);
}
