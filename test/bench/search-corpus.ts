import { createSamples, seeded } from './sample.ts';

/** A document to be searched: its words as the log would search them, and what it is narrowed by. */
export interface Doc {
  id: number;
  note: string;
  quote: string;
  title: string;
  tags: string[];
}

const consonants = 'bcdfghklmnprstvw';
const vowels = 'aeiou';

/**
 * So many documents whose words are as unevenly common as those of a language (Zipf: the nth word one nth as often as
 * the first), from 30,000 words made of syllables with the endings of English, and the words and tags of the samples.
 */
export function createCorpus(size: number): { docs: Doc[]; queries: { kind: string; line: string }[] } {
  const random = seeded(size);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const letter = (from: string) => from.charAt(Math.floor(random() * from.length));
  const endings = ['', '', '', 's', 'ed', 'ing', 'er', 'ly'];
  const vocabulary: string[] = [];
  const seen = new Set<string>();
  while (vocabulary.length < 30_000) {
    let word = '';
    for (let i = 0; i <= 1 + upTo(2); i++) word += letter(consonants) + letter(vowels);
    word += letter(consonants) + (endings[upTo(endings.length - 1)] ?? '');
    if (!seen.has(word)) vocabulary.push(word);
    seen.add(word);
  }
  // The place of a word drawn by Zipf's law, by the inverse of its (continuous) distribution.
  const place = () => Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random()) - 1);
  const prose = (words: number) => Array.from({ length: words }, () => vocabulary[Math.max(0, place())]).join(' ');
  const samples = createSamples(size);
  const docs = Array.from({ length: size }, (_, id): Doc => {
    const { tags } = samples.evidence();
    return {
      id,
      note: random() < 0.5 ? prose(5 + upTo(30)) : '',
      quote: prose(15 + upTo(85)),
      title: prose(3 + upTo(7)),
      tags,
    };
  });
  const wordsOf = () => (docs[upTo(size - 1)] as Doc).quote.split(' ');
  const one = () => {
    const words = wordsOf();
    return words[upTo(words.length - 1)] as string;
  };
  const several = (count: number) => {
    const words = wordsOf();
    return Array.from({ length: count }, () => words[upTo(words.length - 1)]).join(' ');
  };
  const run = (count: number) => {
    const words = wordsOf();
    const from = upTo(words.length - count);
    return words.slice(from, from + count).join(' ');
  };
  const common = () => vocabulary[upTo(20)] as string;
  const make: [string, () => string][] = [
    ['a word', one],
    ['a word begun', () => one().slice(0, 2 + upTo(2))],
    ['three words', () => several(3)],
    ['common words', () => `${common()} ${common()} ${common()}`],
    ['a phrase', () => `"${run(2 + upTo(2))}"`],
  ];
  return { docs, queries: make.flatMap(([kind, line]) => Array.from({ length: 60 }, () => ({ kind, line: line() }))) };
}
