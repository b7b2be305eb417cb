import { type Context, Hono, type Next } from 'hono';
import { isSlug } from '../../shared/reviews/publicity.ts';
import type { App } from '../http.ts';
import { away } from './away.ts';
import { editionAt, type Site } from './pages/addresses.ts';
import { answerPage, answersPage } from './pages/answers-page.tsx';
import { askPage } from './pages/ask-page.tsx';
import { atomFeed, jsonFeed } from './pages/feeds.ts';
import { missingPage, nothingPage, withdrawnPage } from './pages/plain-pages.tsx';
import { priorityPage } from './pages/priority-page.tsx';
import { reviewPage, standingEdition } from './pages/review-page.tsx';
import { schoolPage } from './pages/school-page.tsx';
import { type PartOptions, schoolsPage } from './pages/schools-page.tsx';
import { sheetPage } from './pages/sheet-page.tsx';
import { type PublicBody, publicHeaders, publicResponse } from './public-response.ts';
import { readEdition, readEditions, readPartnership, readQuestions } from './public-store.ts';

/** What the public reads, at addresses that begin with a partnership's own. No cluster's object is woken for it. */
export const publicRoutes = new Hono<App>();
publicRoutes.onError(away);

const period = ':path{(?:[0-9]{4}-[0-9]{2}|(?:autumn|spring|summer)-[0-9]{4})}';
const number = ':n{[1-9][0-9]{0,3}}';

const html = (text: string, status: PublicBody['status'] = 200): PublicBody => ({
  type: 'text/html; charset=utf-8',
  text,
  status,
});

/** What of a query makes another page. */
const telling = (c: Context<App>): string =>
  JSON.stringify(['about', 'page'].map((name) => c.req.query(name)?.slice(0, 8) ?? ''));

/** An address as people type it off a poster: with capitals, or the full stop that ended the sentence. */
function misread(c: Context<App>, slug: string): Response | undefined {
  const meant = slug.toLowerCase().replace(/[.,;:)]+$/, '');
  if (meant === slug || !isSlug(meant)) return undefined;
  const url = new URL(c.req.url);
  return c.redirect([`/${meant}`, ...url.pathname.split('/').slice(2)].join('/') + url.search, 301);
}

type Made = PublicBody | undefined | Promise<PublicBody | undefined>;

/** A page of a partnership that is there; otherwise the page that says there is none. */
const ofPartnership = (make: (site: Site, c: Context<App>) => Made) => async (c: Context<App>, next: Next) => {
  const slug = c.req.param('slug') ?? '';
  if (!isSlug(slug)) return misread(c, slug) ?? next();
  return publicResponse(
    c,
    slug,
    async () => {
      const partnership = await readPartnership(c.env, slug);
      if (!partnership) return html(missingPage(), 404);
      const site = { origin: new URL(c.req.url).origin, slug, standing: partnership.standing };
      return (await make(site, c)) ?? html(missingPage(site), 404);
    },
    telling(c),
  );
};

/** An edition as a page needs it, or the page that stands in its place. */
async function editionOf(site: Site, c: Context<App>, path: string, n: number | undefined) {
  const editions = await readEditions(c.env, site.slug);
  const newest = standingEdition(editions, path);
  const wanted = n ?? newest?.n;
  const found = await readEdition(c.env, site.slug, path, wanted);
  if (!found) return undefined;
  const { review, withdrawn } = found;
  if (!review || withdrawn) {
    const note = withdrawn ?? { at: found.published, reason: '' };
    return { gone: html(withdrawnPage({ site, edition: { ...found, withdrawn: note }, newest, editions }), 410) };
  }
  const stands = newest?.n === found.n;
  const base = stands ? editionAt(site, path) : editionAt(site, path, found.n);
  return { site, review, path, n: found.n, editions, stands, base };
}

const wholeReview = async (site: Site, c: Context<App>, path: string, n?: number): Promise<PublicBody | undefined> => {
  const edition = await editionOf(site, c, path, n);
  if (!edition || edition.gone) return edition?.gone;
  const questions = await readQuestions(c.env, site.slug);
  return html(reviewPage({ ...edition, questions }));
};

/** A page of a part of an edition. */
const partOf = (make: (edition: PartOptions, c: Context<App>) => string | undefined) =>
  ofPartnership(async (site, c) => {
    const n = c.req.param('n');
    const edition = await editionOf(site, c, c.req.param('path') ?? '', n === undefined ? undefined : Number(n));
    if (!edition || edition.gone) return edition?.gone;
    const page = make(edition, c);
    return page === undefined ? undefined : html(page);
  });

/** The newest period of which an edition stands is what a partnership's address shows. */
publicRoutes.get(
  '/:slug',
  ofPartnership(async (site, c) => {
    const editions = await readEditions(c.env, site.slug);
    const newest = editions.find(({ withdrawn }) => !withdrawn);
    if (newest) return wholeReview(site, c, newest.path);
    return html(nothingPage({ site, editions, questions: await readQuestions(c.env, site.slug) }));
  }),
);

// What another partnership brings in the address makes a page for it alone.
publicRoutes.get('/:slug/ask', async (c, next) => {
  const slug = c.req.param('slug');
  const { about, from, page, how } = c.req.query();
  if (!from || !isSlug(slug)) return next();
  const partnership = await readPartnership(c.env, slug);
  if (!partnership) return next();
  const site = { origin: new URL(c.req.url).origin, slug, standing: partnership.standing };
  const asked = { about, from: from.slice(0, 160), page: page?.slice(0, 2000), how };
  return new Response(askPage({ site, asked }), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...publicHeaders },
  });
});

publicRoutes.get(
  '/:slug/ask',
  ofPartnership((site, c) => html(askPage({ site, asked: { about: c.req.query('about') } }))),
);

publicRoutes.get(
  '/:slug/answers',
  ofPartnership(async (site, c) => {
    const asked = c.req.query('page') ?? '1';
    if (!/^[1-9]\d{0,3}$/.test(asked)) return undefined;
    const text = answersPage({ site, questions: await readQuestions(c.env, site.slug), page: Number(asked) });
    return text === undefined ? undefined : html(text);
  }),
);

publicRoutes.get(
  '/:slug/answers/:id',
  ofPartnership(async (site, c) => {
    const text = answerPage({ site, questions: await readQuestions(c.env, site.slug), id: c.req.param('id') ?? '' });
    return text === undefined ? undefined : html(text);
  }),
);

const feed = (make: typeof jsonFeed, type: string) =>
  ofPartnership(async (site, c) => {
    const [editions, questions] = [await readEditions(c.env, site.slug), await readQuestions(c.env, site.slug)];
    return { type: `${type}; charset=utf-8`, text: make({ site, editions, questions }) };
  });

publicRoutes.get('/:slug/feed.json', feed(jsonFeed, 'application/feed+json'));
publicRoutes.get('/:slug/atom.xml', feed(atomFeed, 'application/atom+xml'));

for (const edition of [`/:slug/${period}`, `/:slug/${period}/${number}`]) {
  publicRoutes.get(
    edition,
    ofPartnership((site, c) => {
      const n = c.req.param('n');
      return wholeReview(site, c, c.req.param('path') ?? '', n === undefined ? undefined : Number(n));
    }),
  );
  publicRoutes.get(
    `${edition}/:key{p[0-9]{1,6}}`,
    partOf((options, c) => {
      const priority = options.review.what.find(({ key }) => key === c.req.param('key'));
      return priority && priorityPage({ ...options, priority });
    }),
  );
  publicRoutes.get(`${edition}/schools`, partOf(schoolsPage));
  publicRoutes.get(
    `${edition}/school/:urn{[0-9]{1,8}}`,
    partOf((options, c) => schoolPage({ ...options, urn: c.req.param('urn') ?? '' })),
  );
  publicRoutes.get(
    `${edition}/sheet/:urn{[0-9]{1,8}}`,
    partOf((options, c) => sheetPage({ ...options, urn: c.req.param('urn') ?? '' })),
  );
}

// A slash at the end is a slip of the hand. What else begins with a partnership's address and is nothing says so.
publicRoutes.get('/:slug/*', async (c, next) => {
  const { pathname } = new URL(c.req.url);
  if (isSlug(c.req.param('slug')) && /[^/]\/$/.test(pathname)) return c.redirect(pathname.slice(0, -1), 308);
  return ofPartnership(() => undefined)(c, next);
});
