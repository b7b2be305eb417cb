import { useRef, useState } from 'preact/hooks';
import { fail } from '../../shared/problem.ts';
import type { SeenProblem } from '../replica/database.ts';
import { isFull } from '../replica/full.ts';

/** A value, or a problem of ours or of a Worker that may be newer than this build. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: SeenProblem };

/** Something that takes a while: whether it is under way, and what went wrong the last time. */
export interface Task<Input, T> {
  run(input: Input): Promise<Outcome<T> | undefined>;
  busy: boolean;
  problem?: SeenProblem;
  /** Forgets the problem, or puts one that the screen found by itself. */
  setProblem(problem: SeenProblem | undefined): void;
}

/** Runs something once at a time; a second call while it runs answers `undefined`. */
export function useTask<Input, T>(work: (input: Input) => Promise<Outcome<T>>): Task<Input, T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SeenProblem>();
  // The state is only known to the next drawing; a second key press may come before it.
  const running = useRef(false);
  const run = async (input: Input) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const outcome = await work(input).catch((error: unknown) => {
        if (isFull(error)) return fail('storage-full');
        throw error;
      });
      if (!outcome.ok) setProblem(outcome.problem);
      return outcome;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, setProblem, ...(problem && { problem }) };
}
