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
     ON CONFLICT (what, about) DO UPDATE SET due = MIN(due, excluded.due), attempts = 0`,
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
    .exec<{ what: string; about: string; attempts: number }>('SELECT * FROM agenda WHERE due <= ?', now)
    .toArray();
  try {
    for (const { what, about, attempts } of due) {
      const tries = attempts + 1;
      const row = [what, about, tries] as const;
      // It counts as failed until it is done, so that one that ends the object is not tried at once for ever.
      sql.exec(
        'UPDATE agenda SET due = ?4, attempts = ?3 WHERE what = ?1 AND about = ?2',
        ...[...row, now + pause(tries)],
      );
      try {
        const duty = duties[what];
        if (!duty) throw new Error(`Nobody knows how to do ${what}`);
        const next = await duty(about, now);
        // Only as it was: what was put down meanwhile stands.
        if (next === undefined) sql.exec('DELETE FROM agenda WHERE what = ? AND about = ? AND attempts = ?', ...row);
        else {
          sql.exec(
            'UPDATE agenda SET due = ?, attempts = 0 WHERE what = ? AND about = ? AND attempts = ?',
            ...[next, ...row],
          );
        }
      } catch (error) {
        console.error('agenda', what, error instanceof Error ? error.message : 'failed');
      }
    }
  } finally {
    await arm(ctx);
  }
}
