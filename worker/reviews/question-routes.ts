import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Problem } from '../../shared/problem.ts';
import { isSlug } from '../../shared/reviews/publicity.ts';
import { shareOf, withinRate } from '../access/callers.ts';
import { callObject } from '../cluster-stub.ts';
import type { App } from '../http.ts';
import { looksOf, readForm, type SentForm, wordsOf } from './asked-form.ts';
import { away } from './away.ts';
import type { Site } from './pages/addresses.ts';
import { askPage } from './pages/ask-page.tsx';
import { checkPage } from './pages/check-page.tsx';
import { followPage } from './pages/follow-page.tsx';
import { laterPage, missingPage } from './pages/plain-pages.tsx';
import { type AskProblem, askProblems } from './pages/question-words.ts';
import { sentPage } from './pages/sent-page.tsx';
import { publicHeaders } from './public-response.ts';
import { readPartnership } from './public-store.ts';

/** Asking, in two steps, and the asker's own link. These are pages for people, without a script: no calls of the API. */
export const questionRoutes = new Hono<App>();
questionRoutes.onError(away);

/** Nothing keeps what is sent to one person, and no search finds it. */
const privately = { ...publicHeaders, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

const page = (html: string, status = 200) =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...privately,
      ...((status === 429 || status === 503) && { 'retry-after': '60' }),
    },
  });

const statuses: { [problem in AskProblem]?: number } = {
  'too-many': 429,
  'day-full': 429,
  'questions-closed': 409,
  unreachable: 503,
};

/** The form once more, with what was written and what is in the way. */
const again = (site: Site, { asked }: Pick<SentForm, 'asked'>, problem: AskProblem) =>
  page(askPage({ site, asked, problem }), statuses[problem] ?? 422);

/** What a problem of the cluster's is for somebody who asks. */
function problemFor({ code, detail }: Problem): AskProblem {
  if (code === 'too-many' && detail === 'day') return 'day-full';
  return Object.hasOwn(askProblems, code) ? (code as AskProblem) : 'unreachable';
}

/** There is nothing there: said to people where the address could be a partnership's. */
const nothing = (c: Context<App>) => (isSlug(c.req.param('slug') ?? '') ? page(missingPage(), 404) : c.notFound());

interface Asking {
  site: Site;
  object: string;
  form: SentForm;
}

/** A route of the form: its partnership and what was sent, where the caller may ask at all. */
const asking = (answer: (c: Context<App>, asked: Asking) => Promise<Response>) => async (c: Context<App>) => {
  const within = await withinRate(c, c.env.QUESTION_RATE);
  const slug = c.req.param('slug') ?? '';
  const partnership = await readPartnership(c.env, slug);
  if (!partnership) return nothing(c);
  const { standing, object } = partnership;
  const site: Site = { origin: new URL(c.req.url).origin, slug, standing };
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');
  const form = readForm(isForm ? await c.req.parseBody() : {});
  if (!within) return again(site, form, 'too-many');
  // Sent by another site's page, or by what fills in all that it finds: a person sends it once more.
  if (c.req.header('sec-fetch-site') === 'cross-site' || form.trapped) return again(site, form, 'form-expired');
  return answer(c, { site, object, form });
};

/** Over this the body is read no further. */
const small = bodyLimit({
  maxSize: 32 * 1024,
  onError: (c) => c.text(askProblems['too-long'], 413, privately),
});

/** The words once more, with a ticket to send them by. */
async function check(c: Context<App>, { site, object, form }: Asking, problem?: AskProblem): Promise<Response> {
  const said = wordsOf(form.asked, site.standing);
  if (!said.ok) return again(site, form, said.problem);
  const begun = await callObject(c.env, object, (stub) => stub.beginAsking());
  if (!begun.ok) return again(site, form, problemFor(begun.problem));
  const { ticket } = begun.value;
  const { asked } = form;
  return page(
    checkPage({ site, asked, ticket, look: looksOf(said.words.text), ...(problem && { problem }) }),
    problem ? 422 : 200,
  );
}

questionRoutes.post(
  '/:slug/ask',
  small,
  asking(async (c, asked) => {
    if (asked.form.change) return page(askPage({ site: asked.site, asked: asked.form.asked }));
    return check(c, asked);
  }),
);

questionRoutes.post(
  '/:slug/ask/send',
  small,
  asking(async (c, asked) => {
    const { site, object, form } = asked;
    const said = wordsOf(form.asked, site.standing);
    if (!said.ok) return again(site, form, said.problem);
    const share = await shareOf(c);
    const sent = await callObject(c.env, object, (stub) => stub.ask(form.ticket, said.words, share));
    if (sent.ok) return page(sentPage({ site, link: `${site.origin}/${site.slug}/q/${sent.value.code}` }));
    const { code, detail } = sent.problem;
    // Either way the words are there still, to be sent with a ticket that is neither too new nor too old.
    if (code === 'form-expired') return check(c, asked, code);
    if (code === 'too-many' && detail === 'soon') {
      return page(checkPage({ site, asked: form.asked, ticket: form.ticket, problem: 'form-expired' }), 422);
    }
    return again(site, form, problemFor(sent.problem));
  }),
);

questionRoutes.get('/:slug/q/:code', async (c) => {
  const slug = c.req.param('slug');
  const code = c.req.param('code');
  if (!/^[0-9a-f]{40}$/.test(code)) return nothing(c);
  const within = await withinRate(c, c.env.ADDRESS_RATE);
  if (!within) return page(laterPage(), 429);
  const partnership = await readPartnership(c.env, slug);
  if (!partnership) return nothing(c);
  const { standing, object } = partnership;
  const found = await callObject(c.env, object, (stub) => stub.followQuestion(code));
  if (!found.ok) {
    if (found.problem.code === 'code-unknown') return nothing(c);
    return page(laterPage(), 503);
  }
  return page(followPage({ site: { origin: new URL(c.req.url).origin, slug, standing }, followed: found.value }));
});
