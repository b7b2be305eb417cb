import type { Action, Answer } from '../../shared/action.ts';
import type { Kind } from '../../shared/record.ts';
import { snapshotOf } from '../log/records.ts';

/** What carries a cluster's published things out to where the public reads them. */
export interface Carrier {
  sql: SqlStorage;
  public: D1Database;
  /** The id of the cluster's Durable Object: under it the cluster's address is claimed. */
  object: string;
  /** Has caches forget the pages of an address, once something new is there. */
  arrived(slug: string): Promise<void>;
  /** Appends an action of the operator's. */
  act<Body extends object>(action: Action<string, Body>, body: Body): Promise<Answer | undefined>;
}

/** The present body of a record; `undefined` where there is none or it was erased. */
export function bodyIn<Body>(sql: SqlStorage, kind: Kind<Body>, id: string): Body | undefined {
  const record = snapshotOf(sql).get({ kind: kind.kind, id });
  return (record && kind.read(record)) ?? undefined;
}

/** The one record of a kind of which a cluster has one. */
export function onlyOf<Body>(sql: SqlStorage, kind: Kind<Body>): Body | undefined {
  for (const record of snapshotOf(sql).list(kind.kind)) {
    const body = kind.read(record);
    if (body) return body;
  }
  return undefined;
}

/** Throws where an action was refused, so that the duty is done again later. */
export function mustBeDone({ name }: { name: string }, answer: Answer | undefined): void {
  if (!answer?.ok) throw new Error(`${name}: ${answer?.problem.code ?? 'no answer'}`);
}

/** A condition on D1: the address is this cluster's. What is carried out goes nowhere else. */
export const isOurs = 'EXISTS (SELECT 1 FROM partnerships WHERE slug = ? AND object = ?)';
