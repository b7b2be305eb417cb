import { concepts, isNarrow, isTopic, type Mention, mentionsIn, worth } from './field-terms.ts';
import { isOfSchools } from './suggest-common.ts';
import { bearing, type Profile } from './suggest-profile.ts';
import type { Tuning } from './suggest-tuning.ts';
import { readWords, type Word } from './suggest-words.ts';

/** A text as the suggester reads it, once for all priorities. */
export interface Reading {
  text: string;
  words: Word[];
  mentions: Mention[];
  /** What kind of sentence each is. */
  kinds: SentenceKind[];
  /** How many of its words only texts about schools have: a share, 0 to 1. */
  ofSchools: number;
}

type SentenceKind = 'first' | 'plain' | 'advice' | 'fault' | 'praise' | 'facts';

/** Ofsted's headings, of the reports before November 2025 and of the report cards since. */
const inspection =
  /what (?:is it|it.s|it is) like to (?:attend|be)|need to do to (?:get better|improve)|inspection of a|inspectors|the proportion of pupils|about this inspection|facts and figures|next steps|continues to be a good/i;
const advice = /need(?:s)? to do to improve|^next steps/i;
const otherHeading = /what (?:is it|it.s|it is) like to|do well and what/i;
const facts = /^(?:information about this|about this inspection|facts and figures)/i;
/** What a report card says of its own figures, the same for every school. */
const definition =
  /\bis when\b|\bare (?:those|pupils) who\b|\bis the (?:difference|proportion|percentage)\b|^the proportion of pupils|compared with national/i;
/** What an inspection asks of a school. */
const urges =
  /\b(?:leaders?|school|trust|governors|trustees|they|staff|responsible for governance|provider|manager)\b[^.]{0,40}\b(?:should|must|needs? to)\b/i;
/** What an inspection regrets. */
const regrets =
  /\b(?:not (?:yet|all|always|enough|consistently|well|sufficiently)|too (?:many|few|often|long|much|general)|do(?:es)? not|cannot|however|some pupils|despite|although|even so|weak\w*|gaps?|risen|wide\w*|remains?|struggl\w+|fall\w* behind|unable|inconsisten\w+|less (?:clear|well)|few pupils|concerns?|less effective|as (?:well|often) as they should|unhappy|too high|below)\b/i;

function kindsOf(text: string, words: readonly Word[]): SentenceKind[] {
  const bounds: { start: number; end: number }[] = [];
  for (const { start, end, sentence } of words) {
    const bound = bounds[sentence];
    if (bound) bound.end = end;
    else bounds[sentence] = { start, end };
  }
  const isInspection = inspection.test(text);
  let section: SentenceKind = 'plain';
  return bounds.map(({ start, end }, i): SentenceKind => {
    if (!isInspection) return i === 0 ? 'first' : 'plain';
    const sentence = text.slice(start, end);
    if (facts.test(sentence)) section = 'facts';
    else if (advice.test(sentence)) section = 'advice';
    else if (otherHeading.test(sentence)) section = 'praise';
    if (section === 'facts' || definition.test(sentence)) return 'facts';
    if (section === 'advice' || urges.test(sentence)) return 'advice';
    return regrets.test(sentence) ? 'fault' : 'praise';
  });
}

/** Reads a text: its words, its sentences' kinds, and what it mentions. */
export function read(text: string): Reading {
  const words = readWords(text);
  const school = words.reduce((count, { stem }) => count + (isOfSchools(stem) ? 1 : 0), 0);
  return {
    text,
    words,
    mentions: mentionsIn(words),
    kinds: kindsOf(text, words),
    ofSchools: school / (words.length || 1),
  };
}

/** Words before a mention that set it aside: for any subject, and for the pupils that every sentence adds. */
const aside = new Set(['beyond', 'apart', 'except', 'unlike', 'rather', 'instead', 'besides']);
const added = new Set(['includ', 'particularly', 'especially', 'such']);

function asideness(reading: Reading, mention: Mention, name: string, t: Tuning): number {
  const { words } = reading;
  const sentence = words[mention.from]?.sentence;
  for (let i = mention.from - 1; i >= Math.max(0, mention.from - 10) && words[i]?.sentence === sentence; i--) {
    const stem = words[i]?.stem ?? '';
    if (i >= mention.from - 4 && (aside.has(stem) || (stem === 'other' && words[i + 1]?.stem === 'than')))
      return t.passing;
    if (concepts[name]?.group && added.has(stem)) return t.passing;
  }
  return 1;
}

/** What one sentence says of each subject, and by which mentions. */
export interface SentenceEvidence {
  weight: number;
  of: Map<string, number>;
  total: number;
}

/** Evidence for each subject, sentence by sentence, before any priority is looked at. */
export function weigh(reading: Reading, t: Tuning): SentenceEvidence[] {
  const weights = { first: t.first, plain: 1, advice: t.advice, fault: t.fault, praise: t.praise, facts: t.facts };
  const named = new Map<string, number>();
  for (const { of } of reading.mentions) {
    for (const [name, value] of of) if (value > worth.hint) named.set(name, (named.get(name) ?? 0) + value);
  }
  const sentences = reading.kinds.map((kind): SentenceEvidence => ({ weight: weights[kind], of: new Map(), total: 0 }));
  for (const mention of reading.mentions) {
    const sentence = sentences[reading.words[mention.from]?.sentence ?? -1];
    if (!sentence) continue;
    for (const [name, worthOf] of mention.of) {
      // A hint alone, however often, says nothing.
      let value = worthOf > worth.hint ? worthOf : worthOf * Math.min(1, (named.get(name) ?? 0) / worth.sure);
      if (worthOf < worth.sure && concepts[name]?.wide) value *= t.wide;
      if (value > 0) sentence.of.set(name, (sentence.of.get(name) ?? 0) + value * asideness(reading, mention, name, t));
    }
  }
  for (const sentence of sentences) {
    const most = Math.max(0, ...[...sentence.of].map(([name, value]) => (isNarrow(name) ? value : 0)));
    if (most >= worth.likely) {
      for (const [name, value] of sentence.of) if (!isTopic(name)) sentence.of.set(name, value * t.beside);
    }
    const topics = [...sentence.of].filter(([name]) => !concepts[name]?.phase);
    sentence.total = topics.reduce((sum, [, value]) => sum + value, 0);
    for (const [name, value] of topics) sentence.of.set(name, value * (value / sentence.total) ** t.listing);
  }
  return sentences;
}

/** What a text holds for one priority. */
export interface Evidence {
  /** How much, in sentences that are sure of it. */
  amount: number;
  /** Of all that the text says about any subject, how much: 0 to 1. */
  share: number;
  /** Of all its sentences, by weight, how much: 0 to 1. */
  density: number;
  /** How long the text is: its sentences, by weight. */
  weight: number;
}

/** Adds up what a text's sentences hold for a priority. */
export function evidenceFor(profile: Profile, reading: Reading, sentences: SentenceEvidence[], t: Tuning): Evidence {
  const bears = new Map<string, number>();
  const own = new Map<number, number>();
  if (profile.stems.size > 0) {
    for (const { stem, sentence } of reading.words) {
      const value = profile.stems.get(stem);
      if (value) own.set(sentence, (own.get(sentence) ?? 0) + value);
    }
  }
  let [amount, all, weight] = [0, 0, 0];
  sentences.forEach((sentence, i) => {
    let here = own.get(i) ?? 0;
    for (const [name, value] of sentence.of) {
      let bearsOn = bears.get(name);
      if (bearsOn === undefined) {
        bearsOn = bearing(profile, name, t);
        bears.set(name, bearsOn);
      }
      here += value * bearsOn;
    }
    amount += sentence.weight * (1 - Math.exp(-here / t.enough));
    all += sentence.weight * (1 - Math.exp(-Math.max(here, sentence.total) / t.enough));
    weight += sentence.weight;
  });
  return { amount, share: amount / (all + 0.5), density: amount / (weight + 1), weight };
}
