import { read, weigh } from '../../shared/priorities/suggest-evidence.ts';
import { profileOf } from '../../shared/priorities/suggest-profile.ts';
import { features, judgeRead, oddsWeights } from '../../shared/priorities/suggest-score.ts';
import { type Tuning, tuning } from '../../shared/priorities/suggest-tuning.ts';
import { othersSet, ownSets, type PassageSet } from './suggest-corpus.ts';

/**
 * Finds the numbers of `suggest-tuning.ts` anew, from the passages that the suggester was built on, and prints them.
 * Wanted after the field's words have changed much; a person copies what it prints.
 *
 *     node test/bench/suggest-fit.ts
 */
const weighed = ['base', 'amount', 'share', 'density', 'lead', 'length', 'ofSchools'] as const;
const searched = [
  'onlyWord',
  'described',
  'describedNear',
  'akin',
  'near',
  'nearPhase',
  'wide',
  'listing',
  'enough',
  'first',
  'advice',
  'fault',
  'praise',
] as const;

/** What is believed before anything is seen, in the order of `weighed`, and how firmly. */
const believed = [0, 1, 2, 2, 2, -0.5, 1];
const firmness = 1.5;

/** Silence is a fine answer: so much surer than the best threshold, in log-odds. */
const strictness = 0.45;

/** Passages labelled by others count for more, and sets like those for more than the rest. */
const setWeight = ({ priorities }: PassageSet, index: number, isOthers: boolean): number =>
  isOthers ? 3 : index < 2 ? 2 : priorities.length > 3 ? 1.2 : 0.7;

interface Row {
  values: number[];
  wanted: boolean;
  weight: number;
}

const own = ownSets('built on');
const others = othersSet();
const sets = [
  ...own.map((set, i) => ({ set, weight: setWeight(set, i, false) })),
  ...(others ? [{ set: others, weight: setWeight(others, 0, true) }] : []),
];
const readings = new Map(sets.flatMap(({ set }) => set.passages.map(({ text }) => [text, read(text)] as const)));

/** The rows of each passage, one for each priority. */
function rowsWith(t: Tuning): Row[][] {
  return sets.flatMap(({ set, weight }) => {
    const profiles = set.priorities.map((priority) => profileOf(priority, t));
    return set.passages.map(({ text, priorities }) => {
      const reading = readings.get(text) ?? read(text);
      const { judged, most } = judgeRead(reading, weigh(reading, t), profiles, t);
      return judged.map(({ evidence }, i) => ({
        values: features(evidence, most, reading.ofSchools),
        wanted: priorities.includes(set.priorities[i]?.id ?? ''),
        weight: (weight * 4) / set.priorities.length,
      }));
    });
  });
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Solves a small system of linear equations: each row holds its left side, then its right. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i] ?? 0) > Math.abs(best[i] ?? 0) ? row : best));
    rows[rows.indexOf(pivot)] = rows[i] as number[];
    rows[i] = pivot;
    rows.forEach((row, j) => {
      if (j === i) return;
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let k = i; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}

/** Logistic regression by Newton's method, held near what was believed. */
function regress(rows: readonly Row[]): number[] {
  let weights = oddsWeights(tuning);
  for (let round = 0; round < 40; round++) {
    const system = weights.map((_, i) => [...weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : firmness) : 0)), 0]);
    weights.forEach((weight, i) => {
      if (i > 0) (system[i] as number[])[weights.length] = -firmness * (weight - (believed[i] ?? 0));
    });
    for (const { values, wanted, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      values.forEach((value, i) => {
        const line = system[i] as number[];
        values.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + weight * chance * (1 - chance) * value * other;
        });
        line[weights.length] = (line[weights.length] ?? 0) + weight * ((wanted ? 1 : 0) - chance) * value;
      });
    }
    const step = solve(system);
    weights = weights.map((weight, i) => weight + Math.max(-2, Math.min(2, step[i] ?? 0)));
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return weights;
}

/** How good a tuning is: F1 at its best threshold (not by a hair), the first and the first two, and how sure it was. */
function tried(t: Tuning): { good: number; weights: number[]; threshold: number; f1: number } {
  const passages = rowsWith(t);
  const weights = regress(passages.flat());
  const odds = passages.flat().map(({ values, wanted, weight }) => ({ odds: dot(values, weights), wanted, weight }));
  const sum = (numbers: number[]) => numbers.reduce((total, value) => total + value, 0);
  const total = sum(odds.map(({ weight }) => weight));
  const loss = sum(odds.map((one) => one.weight * Math.log1p(Math.exp(one.wanted ? -one.odds : one.odds)))) / total;
  odds.sort((a, b) => b.odds - a.odds);
  const all = sum(odds.map(({ wanted, weight }) => (wanted ? weight : 0)));
  let [right, shown] = [0, 0];
  const f1s = odds.map(({ wanted, weight }) => {
    shown += weight;
    if (wanted) right += weight;
    return (2 * right) / (shown + all);
  });
  let [f1, threshold] = [0, 0];
  for (let i = 8; i < f1s.length - 8; i++) {
    const around = sum(f1s.slice(i - 8, i + 9)) / 17;
    if (around > f1) [f1, threshold] = [around, odds[i]?.odds ?? 0];
  }
  let [labelled, first, two] = [0, 0, 0];
  for (const rows of passages) {
    const wanted = rows.filter((row) => row.wanted).length;
    const weight = rows[0]?.weight ?? 0;
    if (wanted === 0) continue;
    const best = [...rows].sort((a, b) => dot(b.values, weights) - dot(a.values, weights));
    labelled += weight;
    if (best[0]?.wanted) first += weight;
    two += (weight * best.slice(0, 2).filter((row) => row.wanted).length) / Math.min(2, wanted);
  }
  return { good: f1 + (0.4 * first) / labelled + (0.4 * two) / labelled - 0.6 * loss, weights, threshold, f1 };
}

let best: Tuning = { ...tuning };
let known = tried(best);
for (let round = 0; round < 2; round++) {
  for (const name of searched) {
    for (const by of [0.7, 1.4, 0.85, 1.18]) {
      const other = { ...best, [name]: Number((best[name] * by).toFixed(3)) };
      const found = tried(other);
      // What gains less than this gains by chance.
      if (found.good > known.good + 0.0008) [best, known] = [other, found];
    }
  }
}
weighed.forEach((name, i) => {
  const shift = name === 'base' ? known.threshold + strictness : 0;
  best[name] = Number(((known.weights[i] ?? 0) - shift).toFixed(2));
});
console.log(`F1 ${known.f1.toFixed(3)} on what it was built on, at the best threshold`);
console.log(best);
