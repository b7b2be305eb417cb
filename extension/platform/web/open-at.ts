import { atPassage } from '../../../shared/evidence/text-fragment.ts';
import type * as extension from '../open-at.ts';

/** Opens an address from the log in a new tab; the browser itself goes to the passage, where it knows how to. */
export const openAt: typeof extension.openAt = async (url, _, passage) => {
  if (/^https?:/i.test(url)) open(atPassage(url, passage), '_blank', 'noopener,noreferrer');
};
