import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenProblem } from '../../replica/database.ts';
import { type Outcome, useTask } from '../../ui/use-task.ts';

/** Something that takes a while, can be followed and stopped. */
export interface Stoppable {
  run(): Promise<unknown>;
  stop(): void;
  busy: boolean;
  /** How much was done so far. */
  done: number;
  /** Whether it was stopped the last time. */
  stopped: boolean;
  problem?: SeenProblem;
}

/** Runs something that ends early after its signal; leaving the screen stops it too. */
export function useStoppable(
  work: (onProgress: (done: number) => void, signal: AbortSignal) => Promise<Outcome<unknown>>,
): Stoppable {
  const [done, setDone] = useState(0);
  const [stopped, setStopped] = useState(false);
  const under = useRef<AbortController>(null);
  const task = useTask(async () => {
    const stop = new AbortController();
    under.current = stop;
    setDone(0);
    setStopped(false);
    const outcome = await work(setDone, stop.signal);
    if (!stop.signal.aborted) return outcome;
    setStopped(true);
    return { ok: true, value: null };
  });
  useEffect(() => () => under.current?.abort(), []);
  const { busy, problem } = task;
  return {
    run: () => task.run(undefined),
    stop: () => under.current?.abort(),
    ...{ busy, done, stopped },
    ...(problem && { problem }),
  };
}
