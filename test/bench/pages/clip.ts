import { liveQuery } from 'dexie';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { createSamples } from '../sample.ts';
import { openReplica } from './ground.ts';

/** Milliseconds from saving one clip: until it is on disk, and until the log has it. */
export interface Clipped {
  disk: number;
  log: number;
}

/** Joins, stays in step as the panel does, and saves clips one after another as a person would. */
export async function clips(code: string, count: number): Promise<Clipped[]> {
  const { access, sync, db, outbox } = openReplica('goldthread');
  const joined = await access.join(location.origin, { code, name: 'Bench', device: 'Bench' }, true);
  if (!joined.ok) throw new Error(`Joining ended with ${joined.problem.code}`);
  const gone = new AbortController();
  const running = sync.run(gone.signal);
  const samples = createSamples(2);
  const measured: Clipped[] = [];
  for (let i = 0; i < count; i++) {
    const begun = performance.now();
    const done = await outbox.act(saveEvidence, samples.evidence());
    const disk = performance.now() - begun;
    if (!done.ok) throw new Error(`A clip was refused: ${done.problem.code}`);
    const id = done.value.group;
    await new Promise<void>((resolve) => {
      const watching = liveQuery(() => db.outbox.where({ id }).first()).subscribe((row) => {
        if (row?.state === 'waiting') return;
        resolve();
        queueMicrotask(() => watching.unsubscribe());
      });
    });
    measured.push({ disk, log: performance.now() - begun });
  }
  gone.abort();
  await running.catch(() => undefined);
  return measured;
}

Object.assign(globalThis, { clips });
