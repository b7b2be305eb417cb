import type { Source } from '../../shared/evidence/evidence.ts';
import { withoutPlace } from '../../shared/evidence/page-key.ts';
import { keptOf, type ToldPage } from '../../shared/evidence/told-page.ts';
import { setMeta } from '../replica/database.ts';
import type { Replica } from '../replica/replica.ts';
import { scaleWords } from './kind-words.ts';

function sourceOf({ source: page, file }: ToldPage): Source {
  const url = withoutPlace(page.url);
  const title = page.title ?? page.school ?? url;
  return { url, title, ...keptOf(page), ...(file && { fingerprint: file.fingerprint }) };
}

/** Takes in hand one of the things that a report says are to be improved. */
export async function takeImprovement({ db, drafts }: Replica, told: ToldPage, i: number): Promise<void> {
  const passage = told.file?.improve[i];
  if (!passage) return;
  await drafts.take({ what: 'quote', passages: [passage], source: sourceOf(told) });
  await setMeta(db, 'capture', { at: Date.now() });
}

/**
 * Takes one grade of an inspection in hand: its words where they stand on the page, beside others taken from there;
 * else as a note of the page, on the scale that it was given on.
 */
export async function takeGrade({ db, drafts }: Replica, told: ToldPage, i: number): Promise<void> {
  const { source: page, quotes } = told;
  const given = page.grades?.[i];
  if (!given) return;
  const source = sourceOf(told);
  const passages = quotes[i] ?? [];
  const note = `${given.area}: ${given.grade} (${scaleWords[given.scale].toLowerCase()})`;
  if (passages.length > 0) await drafts.take({ what: 'quote', passages, source });
  else await drafts.begin({ what: 'page', passages: [], source, note });
  // The panel shows what was taken up.
  await setMeta(db, 'capture', { at: Date.now() });
}
