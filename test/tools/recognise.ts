import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { recognise } from '../../extension/page/recognise/recognise.ts';
import type { PageSource } from '../../shared/evidence/page-source.ts';
import { parsePage } from './parse-page.ts';

/**
 * Prints what a page is, as JSON: from its address, or from its address and its HTML.
 *
 *     node test/tools/recognise.ts URL [FILE.html]
 *     node test/tools/recognise.ts --lines < pages.jsonl     each line {"url": …, "html": …}, html may be missing
 *
 * With `--lines` it prints one line for each line. A line that cannot be read gives `{"error": …}` and stops nothing.
 */
export function recogniseHtml(url: string, html?: string): PageSource {
  return recognise(url, html === undefined ? undefined : documentOf(html));
}

/** No page is longer that anybody reads; what says what it is stands at its head. */
const longest = 5_000_000;

/** A document parsed from HTML, without running anything in it. */
export function documentOf(html: string): Document {
  return parsePage(flattened(html.slice(0, longest)));
}

/** Any tag but those that stand in none other, hold nothing, or end without being closed. */
const nested =
  /<(\/?)(?!(?:html|head|body|title|script|style|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|rb|rt|rtc|rp)\b)[a-z][^\s/<>]*[^<>]*>/gi;

/** Browsers nest no deeper than some hundreds of elements either; the parsers would take minutes, or too much stack. */
function flattened(html: string): string {
  let depth = 0;
  return html.replace(nested, (tag, closing: string) => {
    if (closing === '') return ++depth > 500 ? ' ' : tag;
    if (depth === 0) return tag;
    return depth-- > 500 ? ' ' : tag;
  });
}

/** What one line of input gives. */
export function recogniseLine(line: string): PageSource | { error: string; url?: string } {
  let url: string | undefined;
  try {
    const asked: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    if (typeof asked !== 'object' || asked === null) return { error: 'Not an object with a url.' };
    const page = asked as { url?: unknown; html?: unknown };
    if (typeof page.url !== 'string') return { error: 'No url.' };
    url = page.url;
    if (!URL.canParse(url)) return { error: 'Not an address.', url };
    return recogniseHtml(url, typeof page.html === 'string' ? page.html : undefined);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), ...(url !== undefined && { url }) };
  }
}

async function main(args: string[]): Promise<void> {
  const [first, file] = args;
  if (first === '--lines') {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(recogniseLine(line))}\n`);
    }
    return;
  }
  if (!first || !URL.canParse(first)) throw new Error('Usage: recognise.ts URL [FILE.html], or recognise.ts --lines');
  console.log(
    JSON.stringify(recogniseHtml(first, file === undefined ? undefined : readFileSync(file, 'utf8')), null, 2),
  );
}

if (import.meta.main) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
