import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setPublicity } from '../../../shared/reviews/publicity.ts';
import { readPartnership } from '../../../worker/reviews/public-store.ts';
import { actOne, foundCluster, inside, pullAll, sent } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import {
  agendaOf,
  askForAddress,
  crash,
  foundPublic,
  newSlug,
  rowsOf,
  settle,
  settleLater,
  without,
} from './partnership.ts';
import { published } from './publishing.ts';

// What fails is said in the Worker's own log.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const publicityOf = async (token: string) =>
  (await pullAll(token)).records.find(({ kind }) => kind === 'publicity') as { id: string; rev: number; body: object };

describe('an address', () => {
  it('is the cluster’s that asks first, and has no page before something is published', async () => {
    const { token, slug, cluster } = await foundPublic();
    expect((await publicityOf(token)).body).toMatchObject({ slug, state: 'ours' });
    expect(await rowsOf('SELECT body FROM partnerships WHERE slug = ?', slug)).toEqual([{ body: '' }]);
    expect(await agendaOf(cluster)).toEqual([]);
    for (const path of [slug, `${slug}/ask`, `${slug}/answers`, `${slug}/feed.json`])
      expect((await callWith({}, `/${path}`)).status, path).toBe(404);
    const page = async (of: string) => (await (await callWith({}, `/${of}`)).text()).replaceAll(of, '');
    expect(await page(slug)).toBe(await page(newSlug()));
  });

  it('has a page that knows its name once something is published', async () => {
    const { slug } = await published();
    expect(await readPartnership(env, slug)).toMatchObject({ standing: { name: 'Sandford Hill Cluster', open: true } });
    expect((await callWith({}, `/${slug}`)).status).toBe(200);
  });

  it('is nobody else’s after that, who is told so and can have another', async () => {
    const { slug } = await foundPublic();
    const other = await foundCluster();
    const id = await askForAddress(other.token, slug);
    await settle(other.cluster);
    const { rev, body } = await publicityOf(other.token);
    expect(body).toMatchObject({ slug, state: 'taken' });
    const second = newSlug();
    await actOne(other.token, sent(setPublicity, { id, rev, slug: second }));
    await settle(other.cluster);
    expect((await publicityOf(other.token)).body).toMatchObject({ slug: second, state: 'ours' });
    expect(await rowsOf('SELECT slug FROM partnerships WHERE slug = ?', second)).toHaveLength(1);
  });

  it('is one of two that ask at once', async () => {
    const [one, two] = [await foundCluster(), await foundCluster()];
    const slug = newSlug();
    await Promise.all([askForAddress(one.token, slug), askForAddress(two.token, slug)]);
    await Promise.all([settle(one.cluster), settle(two.cluster)]);
    const states = await Promise.all([one, two].map(async ({ token }) => (await publicityOf(token)).body));
    expect(states.map((body) => (body as { state: string }).state).sort()).toEqual(['ours', 'taken']);
  });

  it('is exchanged for another while nothing was published under it, and then free again', async () => {
    const { token, slug, cluster } = await foundPublic();
    const { id, rev } = await publicityOf(token);
    const next = newSlug();
    await actOne(token, sent(setPublicity, { id, rev, slug: next }));
    await settle(cluster);
    expect(await rowsOf('SELECT slug FROM partnerships WHERE slug IN (?, ?)', slug, next)).toEqual([{ slug: next }]);
    const other = await foundCluster();
    await askForAddress(other.token, slug);
    await settle(other.cluster);
    expect((await publicityOf(other.token)).body).toMatchObject({ state: 'ours' });
  });

  it('is kept where the one that is wanted instead is another’s', async () => {
    const { slug: theirs } = await foundPublic();
    const { token, slug, cluster } = await foundPublic();
    const { id, rev } = await publicityOf(token);
    await actOne(token, sent(setPublicity, { id, rev, slug: theirs }));
    await settle(cluster);
    expect((await publicityOf(token)).body).toMatchObject({ state: 'taken' });
    expect(await rowsOf('SELECT slug FROM partnerships WHERE slug = ?', slug)).toHaveLength(1);
  });

  it('is claimed later where D1 fails for a while, once', async () => {
    const { token, cluster } = await foundCluster();
    const slug = newSlug();
    await without('partnerships', async () => {
      await askForAddress(token, slug);
      await settle(cluster);
      expect((await publicityOf(token)).body).toMatchObject({ state: 'asked' });
      await settleLater(cluster);
    });
    await settleLater(cluster);
    expect((await publicityOf(token)).body).toMatchObject({ state: 'ours' });
    expect(await rowsOf('SELECT slug FROM partnerships WHERE slug = ?', slug)).toHaveLength(1);
    expect(await agendaOf(cluster)).toEqual([]);
  });

  it('that was claimed by an object that then ended is its own when it wakes', async () => {
    const { token, cluster } = await foundCluster();
    const slug = newSlug();
    const object = await inside(cluster, (state) => state.id.toString());
    await without('partnerships', () => askForAddress(token, slug));
    await crash(cluster);
    await env.PUBLIC.prepare("INSERT INTO partnerships VALUES (?, ?, 0, '')").bind(slug, object).run();
    await settleLater(cluster);
    expect((await publicityOf(token)).body).toMatchObject({ state: 'ours' });
    expect(await agendaOf(cluster)).toEqual([]);
  });
});

describe('what the partnership says of itself', () => {
  it('has no page before it was carried there', async () => {
    const slug = newSlug();
    await env.PUBLIC.prepare("INSERT INTO partnerships VALUES (?, ?, 0, '')").bind(slug, slug).run();
    expect(await readPartnership(env, slug)).toBeUndefined();
  });

  it('is never replaced by what was so before', async () => {
    const { token, cluster, slug } = await published();
    await env.PUBLIC.prepare('UPDATE partnerships SET stamp = 1000000 WHERE slug = ?').bind(slug).run();
    const { id, rev } = await publicityOf(token);
    await actOne(token, sent(setPublicity, { id, rev, slug, questions: false }));
    await settle(cluster);
    expect(await readPartnership(env, slug)).toMatchObject({ stamp: 1_000_000, standing: { open: true } });
  });
});
