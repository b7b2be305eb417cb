import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { newSecret } from '../../../shared/ids.ts';
import { root } from '../run-process.ts';
import { Sentence } from './options.ts';

/** Everything that lasts between runs of `npm start`: `.data`, or where GOLDTHREAD_DATA points. */
export const dataFolder = (): string => process.env.GOLDTHREAD_DATA ?? join(root, '.data');

/** A path as a person would type it from the top of the project. */
export function shown(path: string): string {
  const short = relative(root, path);
  return short.startsWith('..') ? path : short;
}

/** Reads a small file of ours; `undefined` where there is none. */
export const readKept = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;

/** Writes a small file that only its owner may read. */
export function keep(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
}

const secretPath = () => join(dataFolder(), 'operator-secret');

/** The operator's secret of the local Worker, where there is one. */
export const keptOperatorSecret = (): string | undefined => readKept(secretPath());

/** The operator's secret of the local Worker, made at the first start. */
export function operatorSecret(): string {
  const kept = keptOperatorSecret();
  if (kept) return kept;
  const made = newSecret();
  keep(secretPath(), made);
  return made;
}

/** Whether Goldthread answers at an address. */
export async function answers(address: string): Promise<boolean> {
  try {
    const about = await fetch(`${address}/api/about`, { signal: AbortSignal.timeout(3000) });
    return ((await about.json()) as { name?: unknown }).name === 'goldthread';
  } catch {
    return false;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two Workers must not share one folder: says so where another start has it. Throws {@link Sentence}. */
export async function refuseShared(folder: string): Promise<void> {
  const [pid, address] = (readKept(join(folder, 'running')) ?? '').split(' ');
  if (!pid || !address || !lives(Number(pid)) || !(await answers(address))) return;
  throw new Sentence(
    `Another \`npm start\` is running at ${address} with the data in ${shown(folder)}. End it first, with Ctrl+C.`,
  );
}

/** Puts down that this process has the folder. The answer takes it back. */
export function claim(folder: string, address: string): () => void {
  const path = join(folder, 'running');
  keep(path, `${process.pid} ${address}`);
  return () => rmSync(path, { force: true });
}
