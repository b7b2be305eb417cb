import { globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensure } from './browsers.ts';
import { type Count, countReport, nothing, one, sum } from './count.ts';
import { root, runScript } from './run-process.ts';

/** One step of `npm test`. */
export interface Stage {
  name: string;
  /** Stages that must have held before this one makes sense. */
  needs?: string[];
  /** Whether words on the command line narrow its files. */
  filtered?: boolean;
  run(options: { filters: string[]; folder: string }): Promise<Count>;
}

/** A folder for reports, outside the project. */
export const makeTempFolder = (): string => mkdtempSync(join(tmpdir(), 'goldthread-test-'));

const lint = (): Promise<Count> =>
  runScript(
    '@biomejs/biome/bin/biome',
    ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
    2,
  ).then(one);

/** Every part with a tsconfig.json is checked against the globals that exist where it runs. */
async function types(): Promise<Count> {
  const configs = globSync(['tsconfig.json', '{shared,worker,extension,test}/**/tsconfig.json'], {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).sort();
  let total = nothing;
  for (const config of configs) {
    const held = await runScript(
      'typescript/bin/tsc',
      ['--project', config, '--pretty', `${process.stdout.isTTY === true}`],
      3,
    );
    console.log(`${held ? '✓' : '✗'} types of ${dirname(config) === '.' ? 'the top level' : dirname(config)}`);
    total = sum(total, one(held));
  }
  return total;
}

async function build(): Promise<Count> {
  let total = nothing;
  for (const browser of ['chrome', 'firefox']) {
    total = sum(total, one(await runScript('wxt/bin/wxt.mjs', ['build', '--browser', browser], 3)));
  }
  return total;
}

const buildApp = (): Promise<Count> => runScript(join(root, 'test/tools/build-app.ts'), [], 2).then(one);

async function browsers(): Promise<Count> {
  const wanted =
    process.platform === 'linux' ? (['chromium', 'firefox', 'display'] as const) : (['chromium', 'firefox'] as const);
  const result = await ensure(wanted);
  if (result.ok) return nothing;
  console.log(result.sentence);
  return one(false);
}

const vitest = (project: string, minutes: number): Stage['run'] =>
  async function run({ filters, folder }) {
    const report = join(folder, `${project}.json`);
    const held = await runScript(
      'vitest/vitest.mjs',
      [
        'run',
        ...filters,
        '--config=test/vitest.config.ts',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      minutes,
    );
    return countReport(report, held, console.log);
  };

/** Every stage, in the order in which they run. A limit in minutes ends what hangs. */
export const stages: Stage[] = [
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  // The Worker serves it, and does not start without it.
  { name: 'app', run: buildApp },
  { name: 'unit', needs: ['app'], filtered: true, run: vitest('unit', 10) },
  { name: 'workers', needs: ['app'], filtered: true, run: vitest('workers', 10) },
  { name: 'build', run: build },
  { name: 'browsers', run: browsers },
  { name: 'e2e', needs: ['app', 'build', 'browsers'], filtered: true, run: vitest('e2e', 40) },
];
