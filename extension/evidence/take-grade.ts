import { withoutPlace } from '../../shared/evidence/page-key.ts';
import { keptOf, type ToldPage } from '../../shared/evidence/told-page.ts';
import { setMeta } from '../replica/database.ts';
import type { Replica } from '../replica/replica.ts';
import { scaleWords } from './kind-words.ts';

/**
 * Takes one grade of an inspection in hand: its words where they stand on the page, beside others taken from there;
 * else as a note of the page, on the scale that it was given on.
 */
export async function takeGrade({ db, drafts }: Replica, { source: page, quotes }: ToldPage, i: number): Promise<void> {
  const given = page.grades?.[i];
  if (!given) return;
  const url = withoutPlace(page.url);
  const source = { url, title: page.title ?? page.school ?? url, ...keptOf(page) };
  const passages = quotes[i] ?? [];
  const note = `${given.area}: ${given.grade} (${scaleWords[given.scale].toLowerCase()})`;
  if (passages.length > 0) await drafts.take({ what: 'quote', passages, source });
  else await drafts.begin({ what: 'page', passages: [], source, note });
  // The panel shows what was taken up.
  await setMeta(db, 'capture', { at: Date.now() });
}
