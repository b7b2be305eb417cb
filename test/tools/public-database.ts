import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root, runQuietly } from './run-process.ts';

const folder = join(root, 'worker/migrations');

/** Tells one state of the migrations from another. */
const stateOf = (): string => {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
};

/** Brings the public database in a folder of data up to date, as `wrangler` does for the real one. */
async function migrate(data: string): Promise<void> {
  const config = join(root, 'worker/wrangler.jsonc');
  const args = ['d1', 'migrations', 'apply', 'PUBLIC', '--local', '--persist-to', data, '--config', config];
  if (!(await runQuietly('wrangler/bin/wrangler.js', args, 3))) throw new Error('The public database was not made.');
}

/**
 * Makes the public database in a Worker's folder of data, or brings it up to date. A new one is copied from one that is
 * made once for a state of the migrations, since making it takes seconds.
 */
export async function preparePublicDatabase(data: string): Promise<void> {
  const state = stateOf();
  const mark = join(data, 'public-database');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return;
  mkdirSync(data, { recursive: true });
  const there = join(data, 'v3/d1');
  if (existsSync(there)) await migrate(data);
  else cpSync(join(await madeOnce(state), 'v3/d1'), there, { recursive: true });
  writeFileSync(mark, state);
}

/** The folder of the one that is copied; whoever comes first makes it. */
async function madeOnce(state: string): Promise<string> {
  const output = join(root, '.output');
  const made = join(output, `public-database-${state}`);
  if (existsSync(made)) return made;
  mkdirSync(output, { recursive: true });
  const fresh = mkdtempSync(join(output, 'public-database-new-'));
  try {
    await migrate(fresh);
    renameSync(fresh, made);
  } catch (error) {
    // Somebody else was faster; anything else is a mistake.
    if (!existsSync(made)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return made;
}
