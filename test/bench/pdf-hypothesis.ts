import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A match of approx-string-match: where, and with how many letters other than they should be. */
interface Match {
  start: number;
  end: number;
  errors: number;
}

type Search = (text: string, pattern: string, maxErrors: number) => Match[];

/** What Hypothesis keeps of a quote in a PDF: the text of all pages, one after the other, and 32 characters around. */
export interface HypothesisSelector {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** Describes a stretch of the text of all pages as Hypothesis does. */
export const describeAs = (text: string, start: number, end: number): HypothesisSelector => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
});

/**
 * The way of Hypothesis's client (src/annotator/anchoring/pdf.ts and match-quote.ts, BSD-2): the position first, where
 * the page there still says the same; then the quote, page by page from the expected one outwards, by approximate
 * matching over text without spaces, scored by quote, surroundings and place. Written anew here, since it is no
 * package; its search is the package that it uses itself.
 */
export async function loadHypothesis() {
  const { resolve } = createRequire(import.meta.url);
  const { default: search } = (await import(pathToFileURL(resolve('approx-string-match')).href)) as { default: Search };
  return (pages: readonly string[], selector: HypothesisSelector): string | null => {
    const at = placeOf(pages, selector.start);
    if (at) {
      const said = pages[at.page]?.slice(at.offset, at.offset + selector.exact.length);
      if (said === selector.exact) return said;
    }
    const near = at?.page ?? pages.length - 1;
    const order = pages.map((_, page) => page).sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    let best: { score: number; said: string } | undefined;
    for (const page of order) {
      const [text, quote, prefix, suffix] = [pages[page] ?? '', selector.exact, selector.prefix, selector.suffix].map(
        spaceless,
      ) as [string, string, string, string];
      const hint = page === at?.page ? spaceless((pages[page] ?? '').slice(0, at.offset)).length : undefined;
      const match = matchQuote(search, text, quote, { prefix, suffix, hint });
      if (match && (!best || match.score > best.score)) {
        best = { score: match.score, said: text.slice(match.start, match.end) };
        if (match.score === 1) break;
      }
    }
    return best?.said ?? null;
  };
}

const spaceless = (text: string) => text.replace(/\s+/g, '');

/** Which page a place of the whole text is on, and where. */
function placeOf(pages: readonly string[], start: number): { page: number; offset: number } | undefined {
  let before = 0;
  for (const [page, text] of pages.entries()) {
    if (start < before + text.length) return { page, offset: start - before };
    before += text.length;
  }
  return undefined;
}

interface Context {
  prefix: string;
  suffix: string;
  hint: number | undefined;
}

function matchQuote(search: Search, text: string, quote: string, context: Context) {
  if (quote === '') return null;
  const matches = closest(search, text, quote, Math.min(256, quote.length / 2));
  let best: { start: number; end: number; score: number } | null = null;
  for (const { start, end, errors } of matches) {
    const { prefix, suffix, hint } = context;
    const around = (said: string, wanted: string) => (wanted === '' ? 1 : share(search, said, wanted));
    const place = hint === undefined ? 1 : 1 - Math.abs(start - hint) / text.length;
    const score =
      (50 * (1 - errors / quote.length) +
        20 * around(text.slice(Math.max(0, start - prefix.length), start), prefix) +
        20 * around(text.slice(end, end + suffix.length), suffix) +
        2 * place) /
      92;
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

/** Exact matches where there are any; else approximate ones. */
function closest(search: Search, text: string, pattern: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, pattern, maxErrors);
}

function share(search: Search, text: string, wanted: string): number {
  const [first] = closest(search, text, wanted, wanted.length);
  return first ? 1 - first.errors / wanted.length : 0;
}
