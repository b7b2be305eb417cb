import { oneLine } from '../../../shared/evidence/source.ts';
import type { Address } from './address.ts';
import { attributeOf, find, findAll, type Line, linesOf, nextElementOf, rawTextOf, tagOf, textOf } from './dom.ts';
import { type Work, worksIn } from './linked-data.ts';

/** More than this is no description but a burden; what comes later is not read. */
const most = { metas: 600, values: 60, value: 2000, scripts: 12, nodes: 40_000, characters: 300_000, list: 400 };

/** A page as sources read it. Of an address alone, everything is empty. */
export interface Page {
  address: Address;
  /** Whether there is a document at all. */
  seen: boolean;
  /** The values of the metas of these names (or properties), in lower case, name by name. */
  metas(...names: string[]): string[];
  meta(...names: string[]): string | undefined;
  /** What the page's linked data (JSON-LD) describes. */
  works: readonly Work[];
  /** The text of the first that a selector finds. */
  text(selector: string): string | undefined;
  texts(selector: string): string[];
  attribute(selector: string, name: string): string | undefined;
  has(selector: string): boolean;
  /** What stands in a definition list (or a table of two cells) beside a term, by how the term begins. */
  definition(term: RegExp): string | undefined;
  /** The page's text, line by line. */
  lines(): readonly Line[];
  /** The lines at its head, for what is asked of every page. */
  head(): readonly Line[];
  title: string | undefined;
}

/** Opens a document for reading. It reads what is asked for, once, and changes nothing. */
export function openPage(address: Address, document: Document | undefined): Page {
  const metas = new Map<string, string[]>();
  const all = <T>(read: (document: Document) => T, without: T): T => {
    if (!document) return without;
    try {
      return read(document);
    } catch {
      // A document that cannot be read so says nothing.
      return without;
    }
  };
  for (const meta of all((one) => findAll(one, 'meta[content]', most.metas), [])) {
    for (const name of new Set([attributeOf(meta, 'name'), attributeOf(meta, 'property')])) {
      const key = name?.trim().toLowerCase();
      const values = key ? (metas.get(key) ?? []) : undefined;
      if (!key || !values || values.length >= most.values) continue;
      metas.set(key, [...values, (attributeOf(meta, 'content') ?? '').slice(0, most.value)]);
    }
  }
  const texts = (selector: string) =>
    all((one) => findAll(one, selector, most.list), []).flatMap((one) => oneLine(textOf(one), 1000) ?? []);
  const first = (selector: string) => all((one) => find(one, selector), null);
  const title = first('head title') ?? first('title') ?? undefined;
  let lines: Line[] | undefined;
  let head: Line[] | undefined;
  let works: Work[] | undefined;
  return {
    address,
    seen: document !== undefined,
    metas: (...names) => names.flatMap((name) => metas.get(name) ?? []),
    meta: (...names) => names.flatMap((name) => metas.get(name) ?? []).find((value) => value.trim() !== ''),
    get works() {
      works ??= worksIn(
        all((one) => findAll(one, 'script[type="application/ld+json"]', most.scripts), []).map(rawTextOf),
      );
      return works;
    },
    text: (selector) => {
      const found = first(selector);
      return found ? oneLine(textOf(found), 1000) : undefined;
    },
    texts,
    attribute: (selector, name) => {
      const found = first(selector);
      return (found && attributeOf(found, name)) || undefined;
    },
    has: (selector) => first(selector) !== null,
    definition: (term) => {
      for (const row of all((one) => findAll(one, 'dt, tr > th', most.list), [])) {
        const name = oneLine(textOf(row), 200);
        if (!name || !term.test(name)) continue;
        let next = nextElementOf(row);
        while (next && !/^(dd|td)$/.test(tagOf(next))) next = nextElementOf(next);
        const said = next && oneLine(textOf(next), 1000);
        if (said) return said;
      }
      return undefined;
    },
    lines: () => {
      lines ??= all((one) => linesOf(one, most), []);
      return lines;
    },
    head: () => {
      head ??= all((one) => linesOf(one, { nodes: 3000, characters: 30_000 }), []);
      return head;
    },
    title: title && oneLine(rawTextOf(title), 1000),
  };
}

/** A document that is text alone, such as a PDF, as sources read it: it has a title and lines, and no markup. */
export function openText(address: Address, title: string | undefined, lines: readonly Line[]): Page {
  const none = openPage(address, undefined);
  return { ...none, seen: true, title, lines: () => lines, head: () => lines.slice(0, 200) };
}
