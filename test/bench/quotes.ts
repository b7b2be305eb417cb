import { describe, find, foldText } from '../../shared/evidence/quote.ts';
import { printTable, spread } from './measure.ts';
import { installPeers } from './peer.ts';
import { type Case, makeCases } from './quotes-cases.ts';
import { type Change, firstSet, secondSet } from './quotes-changes.ts';
import { type Answer, loadMatchers, type Matcher } from './quotes-matchers.ts';
import { chanceOf, editShare, type Prose, readProse } from './quotes-text.ts';

/** Every other text was for tuning; the figures are of those that were not. `GOLDTHREAD_BENCH_TUNING=1` swaps them. */
const isTuning = process.env.GOLDTHREAD_BENCH_TUNING === '1';
const isOurs = (_: Prose, index: number): boolean => (index % 2 === 0) === isTuning;

/** What a matcher came to on one kind of change. */
interface Tally {
  right: number;
  wrong: number;
  lost: number;
  cases: number;
}

interface Score {
  kinds: Map<string, Tally>;
  times: number[];
  characters: number;
}

/** How much two places have in common, of all that either covers. */
function overlapOf(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function judge({ truth }: Case, answer: Answer, least: number): 'right' | 'wrong' | 'lost' {
  if (!truth) return answer ? 'wrong' : 'right';
  if (!answer) return 'lost';
  return overlapOf(truth, answer) >= least ? 'right' : 'wrong';
}

async function measure(matchers: Matcher[], cases: Iterable<Case>, least: number): Promise<Score[]> {
  const scores = matchers.map((): Score => ({ kinds: new Map(), times: [], characters: 0 }));
  let turn = 0;
  for (const one of cases) {
    turn++;
    for (let step = 0; step < matchers.length; step++) {
      // Each begins in its turn, so that none has always a page that the others have warmed.
      const i = (turn + step) % matchers.length;
      const [matcher, score] = [matchers[i] as Matcher, scores[i] as Score];
      const begun = performance.now();
      const found = matcher.find(one.text, one.passage);
      const answer = found instanceof Promise ? await found : found;
      score.times.push(performance.now() - begun);
      score.characters += one.text.length;
      const tally = score.kinds.get(one.kind) ?? { right: 0, wrong: 0, lost: 0, cases: 0 };
      score.kinds.set(one.kind, tally);
      tally[judge(one, answer, least)]++;
      tally.cases++;
    }
  }
  return scores;
}

const sum = (tallies: Iterable<Tally>): Tally => {
  const total = { right: 0, wrong: 0, lost: 0, cases: 0 };
  for (const { right, wrong, lost, cases } of tallies) {
    total.right += right;
    total.wrong += wrong;
    total.lost += lost;
    total.cases += cases;
  }
  return total;
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

/** The value that so large a share of the values does not exceed. */
const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const perCharacter = ({ times, characters }: Score): string =>
  ((1e6 * times.reduce((a, b) => a + b, 0)) / characters).toFixed(1);

function printFirst(matchers: Matcher[], scores: Score[]): void {
  printTable(
    ['', 'right', 'wrong place', 'lost', 'ns/char'],
    matchers.map(({ name }, i) => {
      const score = scores[i] as Score;
      const { right, wrong, lost, cases } = sum(score.kinds.values());
      return [name, percent(right, cases), percent(wrong, cases), percent(lost, cases), perCharacter(score)];
    }),
  );
}

function printSecond(matchers: Matcher[], scores: Score[], changes: readonly Change[]): void {
  const named = (test: (change: Change) => boolean | undefined) =>
    new Set(changes.filter(test).map(({ name }) => name));
  const gone = named((change) => change.gone);
  const near = named(({ name, gone: isGone }) => name.startsWith('near-duplicate') && !isGone);
  printTable(
    ['', 'right', 'wrong place', 'gone answered with null', 'near-duplicates right', 'p95 ms'],
    matchers.map(({ name }, i) => {
      const score = scores[i] as Score;
      const of = (kinds: Set<string>) => sum([...score.kinds].filter(([kind]) => kinds.has(kind)).map(([, t]) => t));
      const [all, lacking, alike] = [sum(score.kinds.values()), of(gone), of(near)];
      return [
        name,
        percent(all.right, all.cases),
        percent(all.wrong, all.cases),
        percent(lacking.right, lacking.cases),
        percent(alike.right, alike.cases),
        percentile(score.times, 0.95).toFixed(1),
      ];
    }),
  );
}

/** By kind of change, ours. */
function printKinds(score: Score): void {
  printTable(
    ['ours, by change', 'cases', 'right', 'wrong place', 'lost'],
    [...score.kinds].map(([kind, { right, wrong, lost, cases }]) => [
      kind,
      `${cases}`,
      percent(right, cases),
      percent(wrong, cases),
      percent(lost, cases),
    ]),
  );
}

const pageLength = 500_000;

/** Milliseconds on a page of 500 kB: folding it, an exact find in it once folded, and one of an edited quote. */
function printLong(texts: readonly Prose[]): void {
  const chance = chanceOf(5);
  const page = texts
    .map(({ text }) => text)
    .join('\n')
    .repeat(2)
    .slice(0, pageLength);
  const words = texts.flatMap(({ words: all }) => all);
  const timed = (run: () => unknown): number => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  };
  const folding = Array.from({ length: 40 }, () => timed(() => foldText(page)));
  const folded = foldText(page);
  const some = Array.from({ length: 400 }, () => {
    const start = chance.below(page.length - 1000);
    return describe(page, start, start + 40 + chance.below(400));
  });
  const exact = some.map((passage) => timed(() => find(folded, passage)));
  const moved = some.map((passage) => timed(() => find(folded, { ...passage, start: 0, end: passage.exact.length })));
  const edited = some.map((passage) => {
    const other = { ...passage, exact: editShare(passage.exact, 0.1, words, chance) };
    return timed(() => find(folded, other));
  });
  printTable(
    [`a page of ${pageLength / 1000} kB, ms`, 'median', 'p95', 'most'],
    (
      [
        ['folding it', folding],
        ['an exact find, where it stood', exact],
        ['an exact find, somewhere else', moved],
        ['a find of an edited quote', edited],
      ] as const
    ).map(([name, times]) => {
      const { median, max } = spread(times);
      return [name, ...[median, percentile(times, 0.95), max].map((value) => value.toFixed(3))];
    }),
  );
}

/** Quotes found again, beside the two npm peers and `indexOf`, on the same cases in the same run. */
export async function benchQuotes(): Promise<void> {
  installPeers();
  const matchers = await loadMatchers();
  const texts = readProse().filter(isOurs);
  const sizes = texts.map(({ text }) => text.length / 1000);
  const { min, max } = spread(sizes);
  const sets = [
    { name: 'First set', changes: firstSet, each: 9, seed: 1, least: 0.7, print: printFirst },
    { name: 'Second set', changes: secondSet, each: 12, seed: 2, least: 0.5, print: printSecond },
  ];
  for (const { name, changes, each, seed, least, print } of sets) {
    const scores = await measure(matchers, makeCases(texts, changes, each, seed), least);
    const cases = sum(scores[0]?.kinds.values() ?? []).cases;
    console.log(`\n${name}: ${cases} cases, ${texts.length} texts of ${Math.round(min)} to ${Math.round(max)} kB`);
    print(matchers, scores, changes);
    console.log();
    printKinds(scores[0] as Score);
  }
  console.log();
  printLong(texts);
}
