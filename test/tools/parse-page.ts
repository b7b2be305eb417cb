import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/**
 * A document from HTML, without a browser. parse5 reads it as the HTML Standard says (rows get their body, what is left
 * open is closed where it should be); linkedom, whose own reading of tables is looser, then only has to follow.
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(serialize(parse(html)));
  return document;
}
