import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { bundle } from './bundle.ts';

// The workerd that wrangler runs.
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));
const workerd: { default: string; version: string } = fromWrangler('workerd');

export const workerdVersion = workerd.version;

const here = join(import.meta.dirname, 'worker');

/** The Worker on local workerd: its address, and how to end it. */
export interface RunningWorker {
  address: string;
  stop(): Promise<void>;
}

/** Starts the real Worker, with the two empty calls added, its data in a folder of the bench's own. */
export async function startWorker(folder: string): Promise<RunningWorker> {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(folder, 'index.js'), await bundle(join(here, 'index.ts'), ['cloudflare:workers']));
  copyFileSync(join(here, 'workerd.capnp'), join(folder, 'workerd.capnp'));
  const child = spawn(
    workerd.default,
    ['serve', join(folder, 'workerd.capnp'), `--directory-path=data=${data}`, '--control-fd=3'],
    { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
  );
  process.once('exit', () => child.kill());
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
    createInterface(child.stdio[3] as Readable).on('line', (line) => {
      const { event, port } = JSON.parse(line) as { event: string; port: number };
      if (event === 'listen') resolve(port);
    });
  });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
