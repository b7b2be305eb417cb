import { type ClipKind, editEvidence, saveEvidence, withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { describe, type Passage } from '../../../shared/evidence/quote.ts';
import { newId } from '../../../shared/ids.ts';
import { textOf, titleOf } from '../page-text.ts';
import { readSamplePage } from '../sample-pages.ts';
import { lastSchoolDay } from './days.ts';
import { type Past, seen as present } from './past.ts';
import type { EvidenceScript } from './script.ts';

/** The passages of a sample page as the extension would describe them. A quote that is not there is our mistake. */
export function passagesOf(page: string, quotes: readonly string[]): Passage[] {
  const text = textOf(readSamplePage(page));
  return quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`The demo quotes words that are not in ${page}: ${quote}`);
    return describe(text, start, start + quote.length);
  });
}

/** The link as it stands on a sample page. One that is not there is our mistake. */
function linkOf(page: string, link: { page: string; text: string }, pages: string) {
  const html = readSamplePage(page).replace(/\s+/g, ' ');
  if (!html.includes(`href="${link.page}">${link.text}</a>`))
    throw new Error(`The demo clips a link that is not in ${page}: ${link.text}`);
  return { url: `${pages}/${link.page}`, text: link.text };
}

/** Writes one piece of evidence, and what its author made of it later. */
export function writeEvidence(script: EvidenceScript, past: Past): void {
  const { by, page, quotes = [], link, note, tags, priorities, stance, seen, edited, withdrawn } = script;
  const at = past.at(script);
  const id = newId(at);
  const what: ClipKind = script.what ?? (seen ? 'seen' : 'quote');
  past.act(script, saveEvidence, {
    id,
    what,
    passages: page ? passagesOf(page, quotes) : [],
    ...(page && { source: { url: `${past.pages}/${page}`, title: titleOf(readSamplePage(page)) } }),
    ...(page && link && { link: linkOf(page, link, past.pages) }),
    ...(seen && { seen: { how: seen, on: lastSchoolDay(at) } }),
    ...(stance && { stance }),
    note,
    tags,
    priorities: priorities.map(past.id),
  });
  if (edited) {
    const { daysAgo, time, priorities: anew, ...change } = edited;
    const body = { id, rev: present, ...change, ...(anew && { priorities: anew.map(past.id) }) };
    past.act({ by, daysAgo, time }, editEvidence, body);
  }
  if (withdrawn) past.act({ by, ...withdrawn }, withdrawEvidence, { id, rev: present });
}
