import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import { Rev } from '../cluster/text.ts';
import { Id } from '../ids.ts';
import { fail, ok } from '../problem.ts';
import { Edition } from './edition-kind.ts';
import { Publicity } from './public-kind.ts';

/** What an address cannot be called: what this server has there, and what people would take for something else. */
const reserved = new Set([
  ...['about', 'account', 'admin', 'answers', 'api', 'app', 'ask', 'assets', 'atom', 'cookies', 'download', 'favicon'],
  ...['feed', 'goldthread', 'health', 'help', 'home', 'index', 'join', 'legal', 'login', 'manifest', 'none', 'ofsted'],
  ...['password', 'privacy', 'public', 'robots', 'safeguarding', 'security', 'sign-in', 'sign-up', 'sitemap', 'static'],
  ...['status', 'support', 'system', 'terms', 'undefined', 'well-known', 'www'],
]);

/** Whether a text can be a public address: small letters, digits and hyphens, three to forty, none that is taken by us. */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/.test(text) && !reserved.has(text);

export const Slug = z
  .string()
  .check(z.maxLength(40), z.regex(/^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/), z.refine(isSlug));

/** Says under which address the partnership publishes, and whether it takes questions. The address stays once it is used. */
export const setPublicity = defineAction({
  name: 'publicity.set',
  capability: 'publicity.set',
  body: z.strictObject({ id: Id, rev: z.optional(Rev), slug: Slug, questions: z.optional(z.boolean()) }),
  reads: () => [Publicity, Edition],
  decide({ id, rev, slug, questions }, { actor, list, now }) {
    const [present] = list(Publicity);
    const asks = questions === undefined ? {} : { questions };
    if (!present?.body) {
      if (rev !== undefined) return fail('missing', Publicity.kind);
      const body: Publicity = { slug, state: 'asked', ...asks, by: actor.member, at: now };
      return ok([{ op: 'create', kind: Publicity, id, body }]);
    }
    if (rev === undefined || present.id !== id) return fail('exists', Publicity.kind, present);
    const anew = slug !== present.body.slug || present.body.state === 'taken';
    if (slug !== present.body.slug && list(Edition).length > 0) return fail('fixed', Publicity.kind);
    const claim = anew ? { slug, state: 'asked', by: actor.member, at: now } : {};
    return ok([{ op: 'patch', kind: Publicity, id, rev, body: { ...claim, ...asks } }]);
  },
});

/** Says what came of claiming an address. The Worker does it; an address that is asked for no longer is passed over. */
export const settlePublicity = defineAction({
  name: 'publicity.settle',
  capability: 'publicity.settle',
  body: z.strictObject({ slug: Slug, taken: z.boolean() }),
  reads: () => [Publicity],
  decide({ slug, taken }, { list }) {
    const [present] = list(Publicity);
    if (!present?.body) return fail('missing', Publicity.kind);
    if (present.body.slug !== slug || present.body.state !== 'asked') return fail('not-in-state', present.body.state);
    const { id, rev } = present;
    return ok([{ op: 'patch', kind: Publicity, id, rev, body: { state: taken ? 'taken' : 'ours' } }]);
  },
});
