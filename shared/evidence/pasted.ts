import { describe, type Passage } from './quote-passage.ts';
import { longestOf, oneLine } from './source.ts';

/** What somebody brought along from a page by hand: its address, what it is called, and words from it. */
export interface Pasted {
  url: string;
  title: string;
  words: string;
}

const address = String.raw`https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?'’)\]}»]`;
const atStart = new RegExp(String.raw`^\s*(${address})(?:\s|$)`, 'i');
const atEnd = new RegExp(String.raw`(?:^|\s)[<(]?(${address})[)>.]?\s*$`, 'i');
const marked = /^(?:"([^"]*)"|“([^“”]*)”|‘([^‘]*)’)$/s;

/**
 * An address without its text directive (`#:~:text=…`, from WICG's Scroll to Text Fragment), and the words that the
 * directive names, where it names them whole.
 */
function withoutDirective(url: string): { url: string; words: string } {
  const [before = '', directive = ''] = url.split(':~:', 2);
  const parts = /^text=([^&]*)/.exec(directive)?.[1]?.split(',') ?? [];
  const named = parts.filter((part) => !part.startsWith('-') && !part.endsWith('-'));
  // Two are a beginning and an end: what stands between them is not known.
  const [only = ''] = named.length === 1 ? named : [];
  const bare = directive ? before.replace(/#$/, '') : url;
  try {
    return { url: bare, words: decodeURIComponent(only) };
  } catch {
    return { url: bare, words: '' };
  }
}

/**
 * Reads a text that was pasted or shared. An address at its beginning or end is where the rest comes from; one in the
 * middle belongs to the words.
 */
export function pastedIn(text: string): Pasted {
  const found = (atStart.exec(text) ?? atEnd.exec(text))?.[1];
  const rest = (found ? text.replace(found, () => '') : text).replace(/[<(]?[)>.]?\s*$/, (end) => (found ? '' : end));
  const trimmed = rest.trim();
  const quoted = marked.exec(trimmed);
  const said = (quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? trimmed).trim();
  const from = withoutDirective(found ?? '');
  return { url: from.url, title: '', words: said || from.words };
}

/** Reads what another app shared: a title, a text and an address, of which apps fill what they like. */
export function sharedIn(shared: { title?: string | null; text?: string | null; url?: string | null }): Pasted {
  const text = pastedIn(shared.text ?? '');
  const from = pastedIn(shared.url ?? '');
  const title = oneLine(shared.title, longestOf.title) ?? '';
  const words = text.words || from.words;
  return { url: from.url || text.url, title, words: words === title ? '' : words };
}

/** An address as it was typed, in full, or `undefined` where it is none that a log keeps. */
export function addressIn(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const may = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !/\s/.test(text);
  return may && url.href.length <= longestOf.url ? url.href : undefined;
}

/** The same as a clip of a page: the words as a passage, or the page by itself. */
export function clipOf({ url, title, words }: Pasted): {
  what: 'quote' | 'page' | undefined;
  passages: Passage[];
  source: { url: string; title: string } | undefined;
} {
  const quote = words.trim();
  const at = addressIn(url);
  return {
    what: quote ? 'quote' : at ? 'page' : undefined,
    // Where it stands on the page nobody knows; it is found by its words.
    passages: quote ? [describe(quote, 0, quote.length)] : [],
    source: at ? { url: at, title: oneLine(title, longestOf.title) ?? '' } : undefined,
  };
}
