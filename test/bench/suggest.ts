import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { suggest } from '../../shared/priorities/suggest.ts';
import { root } from '../tools/run-process.ts';
import { bundle } from './bundle.ts';
import { figure, printTable, spread } from './measure.ts';
import { installPeers } from './peer.ts';
import { othersSet, ownSets, type PassageSet } from './suggest-corpus.ts';
import { loadMiniSearch } from './suggest-peer.ts';
import { figuresOf, type Suggester } from './suggest-score.ts';

/** The figures are of what was kept unseen; `GOLDTHREAD_BENCH_TUNING=1` shows those of what it was built on. */
const part = process.env.GOLDTHREAD_BENCH_TUNING === '1' ? 'built on' : 'unseen';

const ours: Suggester = {
  name: 'Goldthread',
  rank: ({ priorities, passages }) =>
    passages.map(({ text }) =>
      suggest(text, priorities).map(({ priorityId, score, suggested }) => ({
        id: priorityId,
        score,
        shown: suggested,
      })),
    ),
};

const percent = (share: number): string => (share * 100).toFixed(1);

function printFigures(sets: readonly PassageSet[], suggesters: readonly Suggester[]): void {
  const heads = suggesters.flatMap(({ name }) => [`${name}: first, %`, 'among two, %', 'F1']);
  const rows = sets.map((set) => {
    const figures = suggesters.map((suggester) => figuresOf(set, suggester.rank(set)));
    const { passages = 0, labelled = 0 } = figures[0] ?? {};
    const cells = figures.flatMap(({ first, two, f1 }) => [percent(first), percent(two), f1.toFixed(2)]);
    return [set.name, `${passages} (${labelled})`, ...cells];
  });
  printTable(['priorities', 'passages (with any)', ...heads], rows);
}

/** Texts of 400 words, run together from passages. */
function longTexts({ passages }: PassageSet): string[] {
  const words = passages.flatMap(({ text }) => text.split(/(?<=\s)/));
  return Array.from({ length: Math.floor(words.length / 400) }, (_, i) => words.slice(i * 400, i * 400 + 400).join(''));
}

function printTimes(set: PassageSet): void {
  const texts = longTexts(set);
  const times: number[] = [];
  let begunOn = process.cpuUsage();
  for (let round = 0; round < 20; round++) {
    for (const text of texts) {
      const begun = performance.now();
      suggest(text, set.priorities);
      times.push(performance.now() - begun);
      // The first reads the field's words, once for as long as the page lives.
      if (times.length === 1) begunOn = process.cpuUsage();
    }
  }
  const { user, system } = process.cpuUsage(begunOn);
  const [first = Number.NaN, ...rest] = times;
  const processor = (user + system) / 1000 / rest.length;
  const heads = [`ms, ${texts.length} texts of 400 words, ${set.priorities.length} priorities`, 'median'];
  printTable(
    [...heads, "the processor's time, mean", 'the very first'],
    [['Goldthread', ...[spread(rest).median, processor, first].map(figure)]],
  );
}

/** Which priority a text bears on, beside MiniSearch, on passages that the suggester was not built on. */
export async function benchSuggest(): Promise<void> {
  installPeers();
  const sets = ownSets(part);
  const [first] = sets;
  if (!first) throw new Error('There are no passages.');
  // Timed first: what a reader waits for the first time includes reading the field's words.
  printTimes(first);
  const code = await bundle(join(root, 'shared/priorities/suggest.ts'));
  console.log(`\n${gzipSync(code, { level: 9 }).length.toLocaleString('en-GB')} bytes gzipped, with what it knows`);
  const suggesters = [ours, await loadMiniSearch()];
  console.log(`\nOur own passages, the part ${part}; MiniSearch at the threshold that is best for each row`);
  printFigures(sets, suggesters);
  const others = othersSet();
  if (!others) return;
  console.log('\nPassages labelled by others');
  printFigures([others], suggesters);
}
