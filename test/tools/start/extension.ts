import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-process.ts';
import { dataFolder, keep, readKept, shown } from './data.ts';
import { Sentence } from './options.ts';

/** Where the build goes: `.output`, or where GOLDTHREAD_OUTPUT points. */
const output = () => process.env.GOLDTHREAD_OUTPUT ?? join(root, '.output');

/** A build of the extension. */
export interface Built {
  folder: string;
  /** Whether an earlier start had another one: whoever loaded the folder by hand must reload it. */
  changed: boolean;
}

/**
 * Builds the extension for Chrome, for a Worker at this address: every time, so that it is never older than the code.
 * Throws {@link Sentence}.
 */
export async function buildExtension(address: string, signal: AbortSignal): Promise<Built> {
  const folder = join(output(), 'chrome-mv3');
  const before = builtAt(folder);
  const { held, said } = await run(join(import.meta.dirname, '../build-extension.ts'), address, signal);
  if (!held) {
    const stale = before
      ? `\n${shown(folder)} holds an older build, of ${before.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}. It is not used.`
      : '';
    throw new Sentence(`${said.trim()}\n\nThe extension could not be built; what went wrong is above.${stale}`);
  }
  const path = join(dataFolder(), 'built');
  const stamp = hashOf(folder);
  const last = readKept(path);
  keep(path, stamp);
  return { folder, changed: last !== undefined && last !== stamp };
}

function builtAt(folder: string): Date | undefined {
  const manifest = join(folder, 'manifest.json');
  return existsSync(manifest) ? statSync(manifest).mtime : undefined;
}

/** One hash of every file's name and bytes. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) hash.update(`${name}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Builds the web app, which the Worker serves. Throws {@link Sentence}. */
export async function buildApp(address: string, signal: AbortSignal): Promise<void> {
  const { held, said } = await run(join(import.meta.dirname, '../build-app.ts'), address, signal);
  if (!held) throw new Sentence(`${said.trim()}\n\nThe web app could not be built; what went wrong is above.`);
}

/** Builds in a process of its own, and keeps what it says for the case that it fails. */
function run(script: string, address: string, signal: AbortSignal): Promise<{ held: boolean; said: string }> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(process.execPath, [script, output()], {
      cwd: root,
      env: { ...process.env, GOLDTHREAD_ADDRESS: address, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 180_000,
      signal,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
    child.once('error', (error) => resolve({ held: false, said: `${said}\n${error.message}` }));
    child.once('close', (code) => resolve({ held: code === 0, said }));
  });
}
