import type * as z from 'zod/mini';
import { comparePeriods } from '../../shared/priorities/period.ts';
import type { Period } from '../../shared/priorities/period-parts.ts';
import { periodOfPath } from '../../shared/reviews/period-path.ts';
import { PublicQuestion, PublicReview, PublicStanding } from '../../shared/reviews/public-review.ts';
import type { Env } from '../env.ts';
import { remembered } from './remembered.ts';

// Everything that the public reads comes from D1 through here. No cluster's object is woken for it.

/** A partnership that has an address here. */
export interface Partnership {
  slug: string;
  /** The id of its Durable Object, for what a person sends to it. Never shown. */
  object: string;
  stamp: number;
  standing: PublicStanding;
}

/** An edition as lists name it. */
export interface EditionEntry {
  /** The period in its address, `2025-26`. */
  path: string;
  period: Period;
  /** From 1. */
  n: number;
  published: number;
  stamp: number;
  withdrawn?: { at: number; reason: string };
}

/** An edition with its words; one that was withdrawn has none. */
export interface StoredEdition extends EditionEntry {
  review?: PublicReview;
}

export interface StoredQuestion {
  /** Its public id: `#q-<id>` on the page of answers. */
  id: string;
  stamp: number;
  question: PublicQuestion;
}

/** The partnership at an address, once it is known what it says of itself. */
export const readPartnership = (env: Env, slug: string): Promise<Partnership | undefined> =>
  remembered(env, `partnership ${slug}`, async () => {
    const row = await env.PUBLIC.prepare("SELECT * FROM partnerships WHERE slug = ? AND body <> ''")
      .bind(slug)
      .first<{ slug: string; object: string; stamp: number; body: string }>();
    if (!row) return undefined;
    const { body, ...rest } = row;
    return { ...rest, standing: read(PublicStanding, body) };
  });

type EntryRow = {
  path: string;
  n: number;
  published: number;
  stamp: number;
  withdrawn: number | null;
  reason: string | null;
};

const entryColumns = 'period AS path, edition AS n, published, stamp, withdrawn, reason';

const toEntry = ({ path, n, published, stamp, withdrawn, reason }: EntryRow): EditionEntry => ({
  ...{ path, period: periodOfPath(path) ?? path, n, published, stamp },
  ...(withdrawn !== null && { withdrawn: { at: withdrawn, reason: reason ?? '' } }),
});

/** Every edition of every period, withdrawn ones too: the newest period first, and its newest edition. */
export const readEditions = (env: Env, slug: string): Promise<EditionEntry[]> =>
  remembered(env, `editions ${slug}`, async () => {
    const { results } = await env.PUBLIC.prepare(`SELECT ${entryColumns} FROM editions WHERE slug = ?`)
      .bind(slug)
      .all<EntryRow>();
    return results.map(toEntry).sort((a, b) => comparePeriods(b.period, a.period) || b.n - a.n);
  });

/** An edition of a period: the one with this number, or the newest. */
export const readEdition = (env: Env, slug: string, path: string, n?: number): Promise<StoredEdition | undefined> =>
  remembered(env, `edition ${slug} ${path} ${n ?? ''}`, async () => {
    const row = await env.PUBLIC.prepare(
      `SELECT ${entryColumns}, body FROM editions WHERE slug = ?1 AND period = ?2 AND (?3 IS NULL OR edition = ?3)
       ORDER BY edition DESC LIMIT 1`,
    )
      .bind(slug, path, n ?? null)
      .first<EntryRow & { body: string }>();
    if (!row) return undefined;
    return { ...toEntry(row), ...(row.withdrawn === null && { review: read(PublicReview, row.body) }) };
  });

/** Every question that stands there with its answer, the newest answer first. */
export const readQuestions = (env: Env, slug: string): Promise<StoredQuestion[]> =>
  remembered(env, `questions ${slug}`, async () => {
    const { results } = await env.PUBLIC.prepare(
      `SELECT id, stamp, body FROM questions WHERE slug = ? AND withdrawn IS NULL
       ORDER BY answered DESC, id DESC LIMIT 500`,
    )
      .bind(slug)
      .all<{ id: string; stamp: number; body: string }>();
    return results.map(({ id, stamp, body }) => ({ id, stamp, question: read(PublicQuestion, body) }));
  });

/** What was carried there passed the same schema on its way. */
const read = <T>(schema: z.ZodMiniType<T>, body: string): T => schema.parse(JSON.parse(body));
