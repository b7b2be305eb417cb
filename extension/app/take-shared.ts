import { sharedIn } from '../../shared/evidence/pasted.ts';
import type { Replica } from '../replica/replica.ts';

/**
 * Takes in hand what another app shared with this one. It comes in the fragment, where the offline worker puts it, so
 * that no server sees it.
 */
export async function takeShared({ drafts }: Replica): Promise<void> {
  if (!location.hash.startsWith('#share?')) return;
  const given = new URLSearchParams(location.hash.slice('#share?'.length));
  const [title, text, url] = ['title', 'text', 'url'].map((name) => given.get(name));
  const pasted = sharedIn({ title, text, url });
  if (pasted.url || pasted.words) await drafts.begin({ passages: [], pasted });
  // Once it is on disk, and only then.
  location.replace('#/evidence');
}
