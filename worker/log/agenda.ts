/** What can be due, with how it is done: it answers with when it is due next, or `undefined`. */
export type Duties = {
  [What in string]: (about: string, now: number) => number | undefined | Promise<number | undefined>;
};

/** Milliseconds until the nth try of something that failed: a minute, doubling, at most six hours. */
const pause = (attempts: number) => Math.min(6 * 60, 2 ** attempts) * 60_000;

/**
 * What is to be done later: one table, one alarm an object. Putting something down again moves it to the earlier time.
 */
export async function putDown(ctx: DurableObjectState, what: string, about: string, due: number): Promise<void> {
  ctx.storage.sql.exec(
    `INSERT INTO agenda (what, about, due) VALUES (?, ?, ?)
     ON CONFLICT (what, about) DO UPDATE SET due = MIN(due, excluded.due)`,
    ...[what, about, due],
  );
  await arm(ctx);
}

/** Sets the alarm to the earliest thing due. */
async function arm({ storage }: DurableObjectState): Promise<void> {
  const due = storage.sql.exec<{ due: number | null }>('SELECT MIN(due) AS due FROM agenda').one().due;
  if (due === null) await storage.deleteAlarm();
  else await storage.setAlarm(due);
}

/**
 * Does everything that is due. One that fails, or that this build does not know, is tried again later and never keeps
 * the others from being done; the alarm is set again whatever happens.
 */
export async function doWhatIsDue(ctx: DurableObjectState, duties: Duties, now: number): Promise<void> {
  const { sql } = ctx.storage;
  const due = sql
    .exec<{ what: string; about: string; due: number; attempts: number }>('SELECT * FROM agenda WHERE due <= ?', now)
    .toArray();
  try {
    for (const { what, about, due: was, attempts } of due) {
      // Only as it was: whatever was put down meanwhile stands.
      const settle = (next: number | undefined, failed: number) =>
        next === undefined
          ? sql.exec('DELETE FROM agenda WHERE what = ? AND about = ? AND due = ?', what, about, was)
          : sql.exec(
              'UPDATE agenda SET due = ?, attempts = ? WHERE what = ? AND about = ? AND due = ?',
              ...[next, failed, what, about, was],
            );
      try {
        const duty = duties[what];
        if (!duty) throw new Error(`Nobody knows how to do ${what}`);
        settle(await duty(about, now), 0);
      } catch (error) {
        console.error('agenda', what, error instanceof Error ? error.message : 'failed');
        settle(now + pause(attempts + 1), attempts + 1);
      }
    }
  } finally {
    await arm(ctx);
  }
}
