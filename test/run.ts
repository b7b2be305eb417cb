import { rmSync } from 'node:fs';
import { type Count, nothing, sum } from './tools/count.ts';
import { makeTempFolder, type Stage, stages } from './tools/stages.ts';

/**
 * What `npm test` runs: every stage in order, or those that are named, with words that narrow the test files.
 *
 *     npm test
 *     npm test -- unit
 *     npm test -- e2e welcome
 *     npm test -- e2e welcome --as-built     without building the extension again
 */
async function main(args: string[]): Promise<Count> {
  const names = new Set<string>();
  const filters: string[] = [];
  const asBuilt = args.includes('--as-built');
  for (const arg of args) {
    if (arg === '--as-built') continue;
    if (arg === 'check') for (const name of ['lint', 'types']) names.add(name);
    else if (stages.some((stage) => stage.name === arg)) names.add(arg);
    else filters.push(arg);
  }
  if (filters.length > 0 && !stages.some((stage) => names.has(stage.name) && stage.filtered)) {
    const known = ['check', ...stages.map((stage) => stage.name)].join(', ');
    console.error(`Name the stage that '${filters.join(' ')}' narrows. The stages are ${known}.`);
    return { passed: 0, failed: 1 };
  }

  const wanted = stages.filter((stage) => names.size === 0 || names.has(stage.name));
  const needed = new Set<Stage>(wanted);
  if (!asBuilt)
    for (const stage of stages) if (wanted.some((one) => one.needs?.includes(stage.name))) needed.add(stage);

  const folder = makeTempFolder();
  const failed = new Set<string>();
  let total = nothing;
  try {
    for (const stage of stages.filter((one) => needed.has(one))) {
      console.log(`\n── ${stage.name}`);
      const begun = performance.now();
      const blocked = stage.needs?.find((name) => failed.has(name));
      let count: Count;
      if (blocked) {
        console.log(`Not run, since it needs ${blocked}, which failed.`);
        count = { passed: 0, failed: 1 };
      } else {
        count = await stage.run({ filters, folder });
      }
      if (count.failed > 0) failed.add(stage.name);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`── ${stage.name}: ${count.passed} passed, ${count.failed} failed, in ${seconds} s`);
      total = sum(total, count);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`);
  return total;
}

const total = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return { passed: 0, failed: 1 };
});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
