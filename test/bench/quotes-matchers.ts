import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { find, type Passage } from '../../shared/evidence/quote.ts';

/** Where a matcher says a passage stands. */
export type Answer = { start: number; end: number } | null;

export interface Matcher {
  name: string;
  find(text: string, passage: Passage): Answer | Promise<Answer>;
}

const { resolve } = createRequire(import.meta.url);

/** What the bench uses of dom-anchor-text-quote: given a selector, it reads nothing of a document but its text. */
interface TextQuote {
  toTextPosition(
    root: { textContent: string },
    selector: Pick<Passage, 'exact' | 'prefix' | 'suffix'>,
    options: { hint: number },
  ): Answer;
}

/** What the bench uses of Apache Annotator: its search, without a document. */
interface Annotator {
  textQuoteSelectorMatcher(
    selector: Pick<Passage, 'exact' | 'prefix' | 'suffix'>,
  ): (chunks: Chunks) => AsyncIterable<{ startIndex: number; endIndex: number }>;
}

interface Chunks {
  currentChunk: { data: string };
  nextChunk(): null;
  previousChunk(): null;
}

/** The text as one chunk: what Apache Annotator searches fastest. */
const oneChunk = (data: string): Chunks => ({
  currentChunk: { data },
  nextChunk: () => null,
  previousChunk: () => null,
});

/** Ours, the two peers and the floor. The peers must be installed. */
export async function loadMatchers(): Promise<Matcher[]> {
  const load = async <T>(name: string): Promise<T> => {
    const loaded = (await import(pathToFileURL(resolve(name)).href)) as T & { default?: T };
    return loaded.default ?? loaded;
  };
  const textQuote = await load<TextQuote>('dom-anchor-text-quote');
  // Its package names no entry for require, so its file is named here.
  const annotator = (await import(
    new URL('./node_modules/@apache-annotator/selector/lib/index.js', import.meta.url).href
  )) as Annotator;
  return [
    { name: 'Goldthread', find },
    {
      name: 'dom-anchor-text-quote 4.0.2',
      find(text, { exact, prefix, suffix, start }) {
        // It keeps 32 characters on each side itself, and can look for no more.
        const selector = { exact, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32) };
        return textQuote.toTextPosition({ textContent: text }, selector, { hint: start });
      },
    },
    {
      name: '@apache-annotator/selector 0.2.0',
      async find(text, passage) {
        for await (const { startIndex, endIndex } of annotator.textQuoteSelectorMatcher(passage)(oneChunk(text)))
          return { start: startIndex, end: endIndex };
        return null;
      },
    },
    {
      name: '`indexOf`',
      find(text, { exact }) {
        const start = text.indexOf(exact);
        return start < 0 ? null : { start, end: start + exact.length };
      },
    },
  ];
}
