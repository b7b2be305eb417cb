import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newClusterId } from '../../../shared/ids.ts';
import { type Duties, doWhatIsDue, putDown } from '../../../worker/log/agenda.ts';
import { orphanAge } from '../../../worker/log/blobs.ts';
import { migrate } from '../../../worker/log/schema.ts';
import { call, codeOf, dump, foundCluster, inside, invite, stubOf } from '../cluster.ts';
import { newImage, upload } from '../images.ts';

/** An object with empty tables, and a long way from now so that no alarm goes off by itself. */
const far = Date.now() + 1000 * 24 * 60 * 60 * 1000;
const minute = 60_000;

const withAgenda = <R>(look: (state: DurableObjectState) => Promise<R>): Promise<R> =>
  inside(newClusterId(), async (state) => {
    migrate(state.storage);
    return look(state);
  });

// What fails is said in the Worker's own log, once a try.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const rows = ({ storage }: DurableObjectState) =>
  storage.sql
    .exec<{ what: string; about: string; due: number; attempts: number }>('SELECT * FROM agenda ORDER BY what, about')
    .toArray();

const alarm = ({ storage }: DurableObjectState) => storage.getAlarm();

describe('putting something down', () => {
  it('sets one alarm, at the earliest thing', async () => {
    await withAgenda(async (state) => {
      await putDown(state, 'publish', 'b', far + 2);
      expect(await alarm(state)).toBe(far + 2);
      await putDown(state, 'publish', 'a', far + 1);
      expect(await alarm(state)).toBe(far + 1);
      await putDown(state, 'publish', 'c', far + 3);
      expect(await alarm(state)).toBe(far + 1);
      expect(rows(state)).toHaveLength(3);
    });
  });

  it('again moves it to the earlier time, never to a later one', async () => {
    await withAgenda(async (state) => {
      await putDown(state, 'sweep', '', far);
      await putDown(state, 'sweep', '', far + 5);
      expect(rows(state)).toMatchObject([{ due: far }]);
      await putDown(state, 'sweep', '', far - 5);
      expect(rows(state)).toMatchObject([{ due: far - 5 }]);
      expect(await alarm(state)).toBe(far - 5);
    });
  });
});

describe('what is due', () => {
  it('is done, once, and what is not yet due waits', async () => {
    await withAgenda(async (state) => {
      const done: string[] = [];
      const note = (about: string) => {
        done.push(about);
        return undefined;
      };
      for (const [about, due] of Object.entries({ a: far, b: far + 1, c: far + 2 })) {
        await putDown(state, 'note', about, due);
      }
      await doWhatIsDue(state, { note }, far + 1);
      await doWhatIsDue(state, { note }, far + 1);
      expect(done).toEqual(['a', 'b']);
      expect(rows(state)).toMatchObject([{ about: 'c' }]);
      expect(await alarm(state)).toBe(far + 2);
    });
  });

  it('that says when it is due next is put down for then; with nothing left there is no alarm', async () => {
    await withAgenda(async (state) => {
      await putDown(state, 'note', '', far);
      await doWhatIsDue(state, { note: (_, now) => now + 7 }, far);
      expect(rows(state)).toMatchObject([{ due: far + 7, attempts: 0 }]);
      expect(await alarm(state)).toBe(far + 7);
      await doWhatIsDue(state, { note: () => undefined }, far + 7);
      expect([rows(state), await alarm(state)]).toEqual([[], null]);
    });
  });

  it('that fails keeps no other from being done, and is tried again, less and less often', async () => {
    await withAgenda(async (state) => {
      const done: string[] = [];
      const duties: Duties = {
        // Both ways of failing: at once, and after a while.
        bad: () => {
          throw new Error('Out of ink');
        },
        worse: async () => {
          await Promise.resolve();
          throw new Error('Out of paper');
        },
        good: (about) => {
          done.push(about);
          return undefined;
        },
      };
      for (const what of ['bad', 'good', 'worse']) await putDown(state, what, 'x', far);
      await doWhatIsDue(state, duties, far);
      expect(done).toEqual(['x']);
      const waits: number[] = [];
      let now = far;
      for (let i = 0; i < 12; i++) {
        const [first, second] = rows(state);
        expect(second).toMatchObject({ what: 'worse', attempts: first?.attempts, due: first?.due });
        expect(await alarm(state)).toBe(first?.due);
        waits.push((Number(first?.due) - now) / minute);
        now = Number(first?.due);
        await doWhatIsDue(state, duties, now);
      }
      expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360]);
    });
  });

  it('begins afresh once it went well', async () => {
    await withAgenda(async (state) => {
      let broken = true;
      const shaky = () => {
        if (broken) throw new Error('Not now');
        return far + 500 * minute;
      };
      await putDown(state, 'shaky', '', far);
      await doWhatIsDue(state, { shaky }, far);
      await doWhatIsDue(state, { shaky }, far + 2 * minute);
      expect(rows(state)).toMatchObject([{ attempts: 2 }]);
      broken = false;
      await doWhatIsDue(state, { shaky }, far + 60 * minute);
      expect(rows(state)).toMatchObject([{ attempts: 0, due: far + 500 * minute }]);
    });
  });

  it('that this build does not know is kept for one that does', async () => {
    await withAgenda(async (state) => {
      await putDown(state, 'from.the.future', 'edition', far);
      await doWhatIsDue(state, {}, far);
      expect(rows(state)).toMatchObject([{ what: 'from.the.future', attempts: 1 }]);
      const done: string[] = [];
      const learnt: Duties = { 'from.the.future': (about) => void done.push(about) };
      await doWhatIsDue(state, learnt, far + 60 * minute);
      expect([done, rows(state)]).toEqual([['edition'], []]);
    });
  });

  it('and is put down again while it is being done, is done again', async () => {
    await withAgenda(async (state) => {
      let times = 0;
      const publish = async () => {
        times++;
        if (times === 1) await putDown(state, 'publish', '', far + minute);
        return undefined;
      };
      await putDown(state, 'publish', '', far);
      await doWhatIsDue(state, { publish }, far);
      expect(rows(state)).toHaveLength(1);
      expect(await alarm(state)).not.toBeNull();
      await doWhatIsDue(state, { publish }, far + 600 * minute);
      expect([times, rows(state)]).toEqual([2, []]);
    });
  });

  it('and ends the object is not tried again at once', async () => {
    await withAgenda(async (state) => {
      let seen: unknown;
      await putDown(state, 'deadly', '', far);
      const deadly = () => {
        seen = rows(state);
        return undefined;
      };
      await doWhatIsDue(state, { deadly }, far);
      expect(seen).toMatchObject([{ attempts: 1, due: far + 2 * minute }]);
    });
  });
});

describe('a cluster’s own duties', () => {
  const move = (cluster: string, table: string, column: string, by: number) =>
    inside(cluster, ({ storage: { sql } }) =>
      sql.exec(`UPDATE ${table} SET ${column} = ${column} - ? WHERE ${column} IS NOT NULL`, by).toArray(),
    );

  it('are done by the alarm after the object has slept, and the next one is set', async () => {
    const { token, cluster } = await foundCluster();
    await upload(newImage(), { token });
    await move(cluster, 'blobs', 'arrived', orphanAge);
    await upload(newImage(), { token });
    await move(cluster, 'agenda', 'due', orphanAge);
    await evictDurableObject(stubOf(cluster));
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    const { blobs, agenda } = await dump(cluster);
    expect(blobs).toHaveLength(1);
    expect(agenda).toMatchObject([{ what: 'blobs.sweep', due: Number(blobs?.[0]?.arrived) + orphanAge }]);
    expect(await inside(cluster, alarm)).toBe(agenda?.[0]?.due);
  });

  it('are armed again when an object wakes that has lost its alarm', async () => {
    const { token, cluster } = await foundCluster();
    await call('/api/devices/link', { token, method: 'POST' });
    const due = await inside(cluster, alarm);
    await inside(cluster, ({ storage }) => storage.deleteAlarm());
    await evictDurableObject(stubOf(cluster));
    await call('/api/devices', { token });
    expect(due).toBeGreaterThan(0);
    expect(await inside(cluster, alarm)).toBe(due);
  });

  it('sweep away codes that ran out long ago, however they were made, and nobody’s device', async () => {
    const year = 365 * 24 * 60 * minute;
    const { token, cluster } = await foundCluster();
    await call('/api/devices/link', { token, method: 'POST' });
    expect((await dump(cluster)).agenda).toMatchObject([{ what: 'codes.sweep' }]);
    const { code } = await invite(token);
    await move(cluster, 'credentials', 'expires', year);
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-expired');
    await move(cluster, 'agenda', 'due', year);
    expect(await runDurableObjectAlarm(stubOf(cluster))).toBe(true);
    const { credentials, agenda } = await dump(cluster);
    expect(credentials?.map(({ kind }) => kind).sort()).toEqual(['device', 'recovery']);
    expect(agenda).toEqual([]);
    expect(await codeOf(call('/api/look', { body: { code } }))).toBe('code-unknown');
  });
});
