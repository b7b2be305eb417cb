import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve as resolvePath } from 'node:path';

/** The top of the project. */
export const root = join(import.meta.dirname, '../..');

const running = new Set<ChildProcess>();

// Each runs in a process group of its own, so what we end is what we started and nothing else.
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

let listening = false;

/** Their groups are not ours, so Ctrl+C does not reach them by itself. */
function passSignalsOn(): void {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) end(child);
      process.exit(1);
    });
  }
}

// Colours are for a terminal; in a log they are noise.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };

/**
 * Runs a script of an installed package, or one of ours by its whole path, on this Node, its output streaming through. True where it ended well within
 * the minutes that it has.
 */
export function runScript(script: string, args: string[], minutes: number): Promise<boolean> {
  passSignalsOn();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [resolvePath(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, ...plain },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    const limit = setTimeout(() => {
      console.log(`Ended after ${minutes} minutes: ${script} ${args.join(' ')}`);
      end(child);
    }, minutes * 60_000);
    const done = (well: boolean) => {
      clearTimeout(limit);
      running.delete(child);
      resolve(well);
    };
    child.once('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.once('exit', (code) => done(code === 0));
  });
}
