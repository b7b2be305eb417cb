import { Publicity } from '../../shared/reviews/public-kind.ts';
import { settlePublicity } from '../../shared/reviews/publicity.ts';
import { type Carrier, onlyOf } from './carrier.ts';

/**
 * Claims the address that the cluster asks for: whoever is first has it. It takes the place of one that the cluster has
 * already and under which no review was published. Said again, it changes nothing; a cluster that was restored elsewhere
 * claims its own anew.
 */
export async function claimAddress(carrier: Carrier): Promise<void> {
  const { sql, object } = carrier;
  const db = carrier.public;
  const wanted = onlyOf(sql, Publicity);
  if (!wanted || wanted.state === 'taken') return;
  const { slug } = wanted;
  // The address of before, where it may be exchanged for the one that is wanted: nothing stands there for good.
  const before = `SELECT slug FROM partnerships AS mine WHERE object = ?2 AND slug <> ?1
    AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.slug = mine.slug)
    AND NOT EXISTS (SELECT 1 FROM partnerships WHERE slug = ?1)`;
  const found = await db.batch<{ object: string }>([
    db.prepare(`UPDATE questions SET slug = ?1 WHERE slug IN (${before})`).bind(slug, object),
    db.prepare(`UPDATE partnerships SET slug = ?1 WHERE slug IN (${before})`).bind(slug, object),
    db
      .prepare("INSERT INTO partnerships (slug, object, stamp, body) VALUES (?, ?, 0, '') ON CONFLICT DO NOTHING")
      .bind(slug, object),
    db.prepare('SELECT object FROM partnerships WHERE slug = ?').bind(slug),
  ]);
  const taken = found.at(-1)?.results[0]?.object !== object;
  if (wanted.state === 'ours') {
    if (taken) throw new Error('The address is another partnership’s here');
    return;
  }
  const settled = await carrier.act(settlePublicity, { slug, taken });
  // Where another address is asked for by now, that one is claimed in its turn.
  if (!settled?.ok && onlyOf(sql, Publicity)?.slug === slug && onlyOf(sql, Publicity)?.state === 'asked') {
    throw new Error('The address was claimed and could not be settled');
  }
}
