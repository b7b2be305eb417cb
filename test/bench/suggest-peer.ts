import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isCommon } from '../../shared/priorities/suggest-common.ts';
import { stemOf } from '../../shared/priorities/suggest-words.ts';
import type { PassageSet } from './suggest-corpus.ts';
import { atBestThreshold, type Suggester } from './suggest-score.ts';

const { resolve } = createRequire(import.meta.url);

/** What the bench uses of MiniSearch. */
interface MiniSearchClass {
  new (options: {
    fields: string[];
    processTerm(term: string): string | null;
  }): {
    addAll(documents: object[]): void;
    search(query: string, options: { boost: { title: number } }): { id: string; score: number }[];
  };
}

/**
 * MiniSearch (BM25+): priorities are its documents and a passage is the query. It has our stemmer and leaves out what we
 * hold to be common, without which it does far worse. It must be installed.
 */
export async function loadMiniSearch(): Promise<Suggester> {
  const loaded = (await import(pathToFileURL(resolve('minisearch')).href)) as { default: MiniSearchClass };
  const rank = (set: PassageSet) => {
    const index = new loaded.default({
      fields: ['title', 'description'],
      processTerm(term) {
        const stem = stemOf(term.toLowerCase().replace(/['’]s?$/, ''));
        return isCommon(stem) ? null : stem;
      },
    });
    index.addAll(set.priorities.map(({ id, title, description }) => ({ id, title, description: description ?? '' })));
    return set.passages.map(({ text }) => {
      const found = index.search(text, { boost: { title: 2 } });
      const scores = new Map(found.map(({ id, score }) => [id, score]));
      const all = set.priorities.map(({ id }) => ({ id, score: scores.get(id) ?? 0, shown: false }));
      return all.sort((a, b) => b.score - a.score);
    });
  };
  return { name: 'MiniSearch 7.2.0', rank: (set) => atBestThreshold(set, rank(set)) };
}
