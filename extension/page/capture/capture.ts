import { describe, type Passage } from '../../../shared/evidence/quote.ts';
import { type About, readAbout } from './about.ts';
import { listItems } from './list-items.ts';
import { offsetOf, readPageText } from './page-text.ts';
import { focusedElement, isPdf, pageBody, pageSelection, pageTitle, tagNameOf } from './unclobbered.ts';

/** What a page gives when the person asks for it: where it is, and what is selected. */
export interface Captured {
  url: string;
  title: string;
  about: About;
  /** Whether the passages are the items of a list. */
  list: boolean;
  passages: Passage[];
  /** Where nothing is selected here: what may hold the selection, and does not tell. */
  elsewhere?: 'pdf' | 'frame';
}

/** Captures the selection of this document. It reads the page and changes nothing in it. */
export function capture(): Captured {
  const here = { url: location.href, title: pageTitle(), about: readAbout() };
  const selection = pageSelection();
  const body = pageBody();
  if (!body || !selection || selection.isCollapsed || selection.rangeCount === 0) {
    const elsewhere = elsewhereOf();
    return { ...here, list: false, passages: [], ...(elsewhere && { elsewhere }) };
  }
  const page = readPageText(body);
  // Firefox may hold several ranges: rows of a table, or pieces chosen with the control key.
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
  const items = ranges.length === 1 ? ranges.flatMap(listItems) : [];
  const passages: Passage[] = [];
  for (const range of items.length > 0 ? items : ranges) {
    let start = offsetOf(page, range.startContainer, range.startOffset);
    let end = offsetOf(page, range.endContainer, range.endOffset);
    while (start < end && /\s/.test(page.text.charAt(start))) start++;
    while (end > start && /\s/.test(page.text.charAt(end - 1))) end--;
    if (end > start) passages.push(describe(page.text, start, end));
  }
  return { ...here, list: items.length > 0, passages };
}

function elsewhereOf(): Captured['elsewhere'] {
  if (isPdf()) return 'pdf';
  const focused = focusedElement();
  return focused && /^I?FRAME$/.test(tagNameOf(focused)) ? 'frame' : undefined;
}
