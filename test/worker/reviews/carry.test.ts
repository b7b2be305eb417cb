import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { ClusterLog } from '../../../worker/log/cluster-log.ts';
import { readEdition, readEditions } from '../../../worker/reviews/public-store.ts';
import { act, actOne, outcome, sent, stubOf } from '../cluster.ts';
import { agendaOf, crash, rowsOf, settle, settleLater, without } from './partnership.ts';
import { correcting, doing, drafted, editionOf, publish, published, publishing, sceneFor } from './publishing.ts';

// What fails is said in the Worker's own log.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const rows = (slug: string) =>
  rowsOf('SELECT id, edition, stamp, withdrawn, reason, body FROM editions WHERE slug = ? ORDER BY edition', slug);

const path = '2025-26';

describe('a review that is published', () => {
  it('can be read by the public, and the cluster knows that it can', async () => {
    const { slug, token, edition, cluster } = await published();
    const stored = await readEdition(env, slug, path);
    expect(stored).toMatchObject({ n: 1, path, period: 'ay:2025', stamp: 1 });
    const { frozen, carried, carriedAt } = await editionOf(token, edition);
    expect(stored?.review).toEqual(frozen);
    expect([carried, typeof carriedAt]).toEqual([1, 'number']);
    expect(await agendaOf(cluster)).toEqual([]);
    expect(await readEditions(env, slug)).toMatchObject([{ path, n: 1 }]);
  });

  it('and whose object ends before it was carried out is carried when it wakes, once', async () => {
    const draft = await drafted();
    const edition = await without('editions', async () => {
      const id = await publish(draft);
      await crash(draft.cluster);
      return id;
    });
    expect(await rows(draft.slug)).toEqual([]);
    await settleLater(draft.cluster);
    await settleLater(draft.cluster);
    expect(await rows(draft.slug)).toMatchObject([{ id: edition, stamp: 1 }]);
    expect((await editionOf(draft.token, edition)).carried).toBe(1);
  });

  it('and whose object ends between the insert and its note of it is noted as carried, and inserted once', async () => {
    const draft = await drafted();
    const edition = await without('editions', () => publish(draft));
    // Ends the object as soon as D1 has answered.
    const deadly = (state: DurableObjectState): D1Database =>
      new Proxy(env.PUBLIC, {
        get(db, name) {
          const value = Reflect.get(db, name);
          if (name !== 'batch') return typeof value === 'function' ? value.bind(db) : value;
          return async (statements: D1PreparedStatement[]) => {
            const done = await db.batch(statements);
            state.abort('A crash, made by a test');
            return done;
          };
        },
      });
    await runInDurableObject(stubOf(draft.cluster), async (_, state) => {
      state.storage.sql.exec('UPDATE agenda SET due = 1');
      const dying = new ClusterLog(state as DurableObjectState<never>, { ...env, PUBLIC: deadly(state) });
      await dying.alarm();
    }).catch(() => undefined);
    expect(await rows(draft.slug)).toMatchObject([{ id: edition, stamp: 1 }]);
    expect((await editionOf(draft.token, edition)).carried).toBeUndefined();
    await settleLater(draft.cluster);
    expect((await editionOf(draft.token, edition)).carried).toBe(1);
    expect(await rows(draft.slug)).toHaveLength(1);
    expect(await agendaOf(draft.cluster)).toEqual([]);
  });

  it('while D1 fails for a while is carried when it works again', async () => {
    const draft = await drafted();
    const edition = await without('editions', async () => {
      const id = await publish(draft);
      for (let i = 0; i < 3; i++) await settleLater(draft.cluster);
      return id;
    });
    expect((await editionOf(draft.token, edition)).carried).toBeUndefined();
    expect(await agendaOf(draft.cluster)).toEqual(['edition.carry']);
    await settleLater(draft.cluster);
    expect(await rows(draft.slug)).toMatchObject([{ id: edition }]);
    expect(await agendaOf(draft.cluster)).toEqual([]);
  });

  it('twice at once is published once', async () => {
    const draft = await drafted();
    const [one, two] = [await publishing(draft), await publishing(draft)];
    const answers = await Promise.all([actOne(draft.token, one), actOne(draft.token, two), actOne(draft.token, one)]);
    await settle(draft.cluster);
    const outcomes = answers.map(outcome);
    expect(outcomes.filter((each) => each === 'ok').length).toBeGreaterThan(0);
    expect(new Set([outcomes[0], outcomes[1]]).size).toBe(2);
    expect(await rows(draft.slug)).toHaveLength(1);
    expect(await rowsOf('SELECT DISTINCT edition FROM editions WHERE slug = ?', draft.slug)).toEqual([{ edition: 1 }]);
  });

  it('goes nowhere where the address is another partnership’s, and takes no edition’s place', async () => {
    const [mine, theirs] = [await published(), await published()];
    await env.PUBLIC.prepare("UPDATE partnerships SET object = 'x' WHERE slug = ?").bind(mine.slug).run();
    await correcting(mine);
    await publish(mine);
    await settle(mine.cluster);
    expect(await rows(mine.slug)).toHaveLength(1);
    expect(await agendaOf(mine.cluster)).toContain('edition.carry');
    expect(await rows(theirs.slug)).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('is a new edition that says what changed; the old one stays', async () => {
    const draft = await published();
    await correcting(draft);
    await publish(draft);
    await settle(draft.cluster);
    expect(await readEdition(env, draft.slug, path)).toMatchObject({
      n: 2,
      review: { changed: { note: 'A figure was wrong' } },
    });
    expect(await readEdition(env, draft.slug, path, 1)).toMatchObject({ n: 1, review: { edition: 1 } });
  });

  it('that races a withdrawal comes to one of the two, and the public reads what the cluster says', async () => {
    const draft = await published();
    await correcting(draft);
    const { review } = await sceneFor(draft.token, draft.review);
    const correction = await publishing(draft);
    const withdrawal = sent(withdrawReview, { id: draft.review, rev: review.rev, reason: 'It named somebody' });
    const answers = await act(draft.token, [correction], [withdrawal]);
    const other = await act(draft.token, [withdrawal], [correction]);
    await settle(draft.cluster);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(other.map(outcome)).toEqual(answers.map(outcome).reverse());
    const stored = await readEditions(env, draft.slug);
    for (const { id, n } of (await rows(draft.slug)) as { id: string; n: number }[]) {
      const { withdrawn } = await editionOf(draft.token, id);
      expect(stored.find((one) => one.n === n)?.withdrawn?.reason).toBe(withdrawn?.reason);
    }
  });
});

describe('a withdrawal', () => {
  it('leaves a note of what was there and why, of every edition, and none of the words', async () => {
    const draft = await published();
    await correcting(draft);
    await publish(draft);
    await settle(draft.cluster);
    const { review } = await sceneFor(draft.token, draft.review);
    await doing(draft.token, withdrawReview, { id: draft.review, rev: review.rev, reason: 'It named somebody' });
    await settle(draft.cluster);
    expect(await rows(draft.slug)).toMatchObject([
      { edition: 1, reason: 'It named somebody', body: '' },
      { edition: 2, reason: 'It named somebody', body: '' },
    ]);
    const stored = await readEdition(env, draft.slug, path);
    expect(stored).toMatchObject({ n: 2, withdrawn: { reason: 'It named somebody' } });
    expect(stored).not.toHaveProperty('review');
  });

  it('that comes before the edition was carried out is what is carried, and nothing before it', async () => {
    const draft = await drafted();
    await without('editions', async () => {
      await publish(draft);
      const { review } = await sceneFor(draft.token, draft.review);
      await doing(draft.token, withdrawReview, { id: draft.review, rev: review.rev, reason: 'Too soon' });
    });
    await settleLater(draft.cluster);
    expect(await rows(draft.slug)).toMatchObject([{ edition: 1, stamp: 2, body: '', reason: 'Too soon' }]);
  });

  it('is not undone by an older state that arrives late', async () => {
    const draft = await published();
    const { review } = await sceneFor(draft.token, draft.review);
    await env.PUBLIC.prepare("UPDATE editions SET stamp = 9, body = '', withdrawn = 1 WHERE slug = ?")
      .bind(draft.slug)
      .run();
    await doing(draft.token, withdrawReview, { id: draft.review, rev: review.rev, reason: 'Late' });
    await settle(draft.cluster);
    expect(await rows(draft.slug)).toMatchObject([{ stamp: 9, withdrawn: 1, reason: null }]);
  });
});
