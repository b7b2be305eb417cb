import { env } from 'cloudflare:workers';
import { review, second } from './published.ts';
import { questions, reviewAtLimits, reviewOf } from './published-many.ts';
import { type Row, rowsOf } from './rows.ts';

const term = { ...review, period: 'term:2024:summer', published: review.published - 3e10 };

/** Partnerships of every sort: with two editions and one withdrawn, with forty schools, with long texts, with nothing left. */
export const publishedRows: Row[] = [
  ...rowsOf({
    slug: 'hollowmere',
    editions: [
      { review: term, withdrawn: { at: review.published - 1e10, reason: 'A figure in it was of another year.' } },
      { review },
      { review: second },
    ],
    questions,
  }),
  ...rowsOf({
    slug: 'forty-schools',
    editions: [{ review: reviewOf(40) }],
    questions: Array.from({ length: 8 }, () => questions)
      .flat()
      .map((one, i) => ({ ...one, id: `f${99 - i}` })),
  }),
  ...rowsOf({ slug: 'long-texts', editions: [{ review: reviewAtLimits() }] }),
  ...rowsOf({
    slug: 'taken-back',
    editions: [{ review, withdrawn: { at: review.published + 1e9, reason: 'Two schools had not read it.' } }],
    open: false,
  }),
];

/** Puts them into D1. */
export async function publish(): Promise<void> {
  await env.PUBLIC.batch(
    ['partnerships', 'editions', 'questions'].map((table) => env.PUBLIC.prepare(`DELETE FROM ${table}`)),
  );
  await env.PUBLIC.batch(publishedRows.map(([sql, ...bound]) => env.PUBLIC.prepare(sql).bind(...bound)));
}
