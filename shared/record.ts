import * as z from 'zod/mini';

/** Which record: its kind and id. */
export interface Ref {
  kind: string;
  id: string;
}

/**
 * The present state of one thing.
 * `v` is the version of its body's shape, `rev` counts its changes from 1, `seq` is the place of its latest change in
 * the cluster's order. A body of `null` was erased: what happened stays, the words are gone.
 */
export interface Record<Body = unknown> extends Ref {
  v: number;
  rev: number;
  seq: number;
  body: Body | null;
}

/** A record as it travels. Unknown kinds and fields of bodies are kept: the other side may be four years newer. */
export const WireRecord = z.object({
  kind: z.string(),
  id: z.string(),
  v: z.number(),
  rev: z.number(),
  seq: z.number(),
  body: z.nullable(z.record(z.string(), z.unknown())),
});

export const keyOf = ({ kind, id }: Ref): string => `${kind}/${id}`;

/**
 * A kind of record. `upgrades[n]` is a pure function from a body at version n + 1 to one at n + 2, so that the present
 * version is `upgrades.length + 1` and a body of any age can be read.
 */
export interface Kind<Body> {
  kind: string;
  v: number;
  upgrades: readonly ((body: never) => unknown)[];
  /** The body of a record at the present version, or `null` where it was erased. */
  read(record: Record): Body | null;
}

/** Declares a kind of record. */
export function defineKind<Body>(kind: string, upgrades: readonly ((body: never) => unknown)[] = []): Kind<Body> {
  return {
    kind,
    v: upgrades.length + 1,
    upgrades,
    read: ({ body, v }) =>
      body === null ? null : (upgrades.slice(v - 1).reduce((older: unknown, up) => up(older as never), body) as Body),
  };
}
