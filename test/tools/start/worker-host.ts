import { type LocalWorkerOptions, startLocalWorker } from '../local-worker.ts';

// The process in which `npm start` runs the Worker: see worker-process.ts. It ends when the one that started it does.
const ends = new Promise((resolve) => process.once('disconnect', resolve));

process.once('message', async (options: LocalWorkerOptions) => {
  try {
    const worker = await startLocalWorker(options);
    if (process.connected) process.send?.({ address: worker.address });
    await ends;
    await worker.stop();
  } catch (error) {
    if (process.connected) process.send?.({ problem: (error as Error).message });
  }
  process.exit();
});
