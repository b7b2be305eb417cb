/** What was started, and how it ends. */
export interface Running {
  /** Ends what listens to it, at the first sign that everything is to end. */
  signal: AbortSignal;
  readonly ending: boolean;
  /** Adds a way to end something; the last one added is used first. */
  add(end: () => unknown): void;
  /** Ends everything, and this process. */
  end(code: number): Promise<void>;
}

/** Milliseconds that everything together has to end by itself. */
const patience = 10_000;

/** Keeps what was started, and takes the signals that end it. */
export function createRunning(): Running {
  const abort = new AbortController();
  const ends: (() => unknown)[] = [];
  const running: Running = {
    signal: abort.signal,
    get ending() {
      return abort.signal.aborted;
    },
    add: (end) => void ends.push(end),
    async end(code) {
      if (running.ending) return;
      abort.abort();
      setTimeout(() => process.exit(code), patience).unref();
      for (const end of ends.reverse()) {
        try {
          await end();
        } catch {
          // The others still have to end.
        }
      }
      process.exit(code);
    },
  };
  // A terminal and npm both pass Ctrl+C on: the second one is no hurry.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void running.end(0));
  return running;
}
