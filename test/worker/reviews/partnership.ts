import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { Joined } from '../../../shared/cluster/access.ts';
import { newId } from '../../../shared/ids.ts';
import { setPublicity } from '../../../shared/reviews/publicity.ts';
import type { Env } from '../../../worker/env.ts';
import { actOne, dump, foundCluster, inside, newAddress, origin, sent, stubOf } from '../cluster.ts';
import { callWith } from '../other-env.ts';

let made = 0;
/** An address that no other test asks for. */
export const newSlug = (): string => `place-${++made}-${newId().slice(-12)}`;

/** Does everything that is due in a cluster, and what that puts down in its turn. */
export async function settle(cluster: string): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const due = await inside(cluster, ({ storage: { sql } }) =>
      sql.exec('SELECT what FROM agenda WHERE due <= ?', Date.now()).toArray(),
    );
    if (due.length === 0) return;
    await runDurableObjectAlarm(stubOf(cluster));
  }
  throw new Error('There is always something due');
}

/** The same once what failed before may be tried again. */
export async function settleLater(cluster: string): Promise<void> {
  await inside(cluster, ({ storage: { sql } }) => sql.exec('UPDATE agenda SET due = 0 WHERE attempts > 0').toArray());
  await settle(cluster);
}

/** What a cluster has still to do, but for what is done at a set time. */
export const agendaOf = async (cluster: string): Promise<string[]> =>
  ((await dump(cluster)).agenda ?? []).map(({ what }) => String(what)).filter((what) => !/sweep|forget/.test(what));

export interface Public extends Joined {
  slug: string;
}

/** Asks for an address in a cluster's name; answers with the record's id. */
export async function askForAddress(token: string, slug: string, more: object = {}): Promise<string> {
  const id = newId();
  expect(await actOne(token, sent(setPublicity, { id, slug, ...more }))).toMatchObject({ ok: true });
  return id;
}

/** A cluster that has an address and takes questions. */
export async function foundPublic(more: object = {}): Promise<Public> {
  const joined = await foundCluster();
  const slug = newSlug();
  await askForAddress(joined.token, slug, more);
  await settle(joined.cluster);
  return { ...joined, slug };
}

/** Rows of D1. */
export const rowsOf = async (sql: string, ...bound: unknown[]): Promise<Record<string, unknown>[]> =>
  (
    await env.PUBLIC.prepare(sql)
      .bind(...bound)
      .all()
  ).results;

/** While this runs, a table of D1 cannot be reached. */
export async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  await env.PUBLIC.prepare(`ALTER TABLE ${table} RENAME TO ${table}_away`).run();
  try {
    return await work();
  } finally {
    await env.PUBLIC.prepare(`ALTER TABLE ${table}_away RENAME TO ${table}`).run();
  }
}

/** Ends a cluster's object as a crash does. */
export const crash = (cluster: string): Promise<void> =>
  inside(cluster, (state) => state.abort('A crash, made by a test')).catch(() => undefined);

/** Sends a form as a browser without script does, from an address of its own unless told. */
export const post = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  settings: Partial<Env> = {},
): Promise<Response> =>
  callWith(settings, path, {
    raw: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'cf-connecting-ip': newAddress(),
      origin,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  });

/** What stands in a hidden field of a page. */
export const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
