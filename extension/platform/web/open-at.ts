import { atPassage } from '../../../shared/evidence/text-fragment.ts';
import type * as extension from '../open-at.ts';

/** Opens an address from the log in a new tab; the browser itself goes to the passage, where it knows how to. */
export const openAt: typeof extension.openAt = async (url, _, passage) => {
  if (!/^https?:/i.test(url)) return;
  // Of a file the page can be named (RFC 8118), which every browser's viewer follows.
  const at = passage.page === undefined ? atPassage(url, passage) : `${url.split('#')[0]}#page=${passage.page}`;
  open(at, '_blank', 'noopener,noreferrer');
};
