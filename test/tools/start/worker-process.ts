import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LocalWorker, LocalWorkerOptions } from '../local-worker.ts';

/**
 * Starts the Worker in a process group of its own. A terminal sends Ctrl+C to everything in ours, and local workerd
 * would be gone before the library that runs it knew that it should end.
 */
export async function startWorkerProcess(
  options: LocalWorkerOptions,
): Promise<LocalWorker & { kill(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'worker-host.ts'), { detached: process.platform !== 'win32' });
  const gone = once(child, 'exit');
  child.send(options);
  const answer = await Promise.race([
    once(child, 'message').then(([message]) => message as { address?: string; problem?: string }),
    gone.then(() => ({ problem: 'The Worker ended as soon as it was started.' })),
  ]);
  if (!('address' in answer) || !answer.address) throw new Error(answer.problem);
  return {
    address: answer.address,
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
    /** Ends it as a power cut does, and what it runs with it. */
    async kill() {
      if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      await gone;
    },
  };
}
