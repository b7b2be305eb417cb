/** What can be due, with how it is done: it answers with when it is due next, or `undefined`. */
export type Duties = {
  [What in string]: (about: string, now: number) => number | undefined | Promise<number | undefined>;
};

/** Milliseconds until the nth try of something that failed: a minute, doubling, at most six hours. */
const pause = (attempts: number) => Math.min(6 * 60, 2 ** attempts) * 60_000;

/** Something to be done, and when. */
export interface Due {
  what: string;
  about: string;
  due: number;
}

/**
 * Puts things down, in whatever transaction is open. Putting something down again moves it to the earlier time. The
 * caller sets the alarm (see {@link arm}) before it waits for anything, so that both are on disk or neither.
 */
export function putDownRows(sql: SqlStorage, rows: readonly Due[]): void {
  for (const { what, about, due } of rows) {
    sql.exec(
      `INSERT INTO agenda (what, about, due) VALUES (?, ?, ?)
       ON CONFLICT (what, about) DO UPDATE SET due = MIN(due, excluded.due), attempts = 0`,
      ...[what, about, due],
    );
  }
}

/** What is to be done later: one table, one alarm an object. */
export async function putDown(ctx: DurableObjectState, what: string, about: string, due: number): Promise<void> {
  putDownRows(ctx.storage.sql, [{ what, about, due }]);
  await arm(ctx);
}

/** Sets the alarm to the earliest thing due. */
export async function arm({ storage }: DurableObjectState): Promise<void> {
  const due = storage.sql.exec<{ due: number | null }>('SELECT MIN(due) AS due FROM agenda').one().due;
  if (due === null) await storage.deleteAlarm();
  else await storage.setAlarm(due);
}

/** Sets the alarm of an object that wakes with something to do and none set: it was lost, whatever became of it. */
export async function rearm(ctx: DurableObjectState): Promise<void> {
  const { sql } = ctx.storage;
  if (sql.exec('SELECT 1 FROM agenda LIMIT 1').toArray().length === 0) return;
  if ((await ctx.storage.getAlarm()) === null) await arm(ctx);
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
