import * as z from 'zod/mini';
import type { Blanks } from './blank.ts';
import type { Actor, Capability } from './cluster/roles.ts';
import { Id } from './ids.ts';
import { fail, ok, type Problem, type Result } from './problem.ts';
import type { Kind, Record, Ref } from './record.ts';

/**
 * What an action does to records. A patch names the `rev` that its author saw; a stale one is refused. `erase` empties a
 * record, and `blank` only some of its words; both reach the account of what was done to it as well.
 */
export type Write =
  | { op: 'create'; kind: Kind<unknown>; id: string; body: object }
  | { op: 'patch'; kind: Kind<unknown>; id: string; rev: number; body: object }
  /** `kept`: all but a name stays, and the action itself mends what was published of it. */
  | { op: 'blank'; kind: string; id: string; words: Blanks; kept?: boolean }
  | { op: 'erase'; kind: string; id: string };

/** What a rule decides: the writes, or why not. */
export type Decision = Result<Write[]>;

/** What a rule may look at: a snapshot of the records that its action says it reads. */
export interface Context {
  actor: Actor;
  /** Milliseconds since 1970: the server's where the Worker decides, the device's own where a screen shows ahead. */
  now: number;
  /** The record of this kind and id, or `undefined` where there never was one. Erased ones have a body of `null`. */
  get<Body>(kind: Kind<Body>, id: string): Record<Body> | undefined;
  /** Every record of this kind, oldest first, erased ones left out. */
  list<Body>(kind: Kind<Body>): Record<Body>[];
}

/** Single records of a kind, whichever a rule finds named in others: a kind of which there may be very many. */
export interface Some {
  kind: string;
  some: true;
}

/** What an action reads: a `Ref` is one record, a `Kind` is all of a kind, `Some` are those that others name. */
export type Read = Ref | Kind<unknown> | Some;

/** An action's declaration. Everything that anyone does is one of these. */
export interface Action<Name extends string = string, Body = unknown> {
  name: Name;
  body: z.ZodMiniType<Body>;
  capability: Capability;
  reads(body: Body): readonly Read[];
  /** The images that it needs, by hash; they are uploaded first. */
  blobs(body: Body): readonly string[];
  /** Pure and synchronous; the Worker runs it with authority, screens run it to show the result at once. */
  decide(body: Body, context: Context): Decision;
}

/** Declares an action. The body is strict: an unknown field is refused, since its meaning would be lost in silence. */
export function defineAction<Name extends string, Body>(
  declaration: Omit<Action<Name, Body>, 'reads' | 'blobs'> & Partial<Pick<Action<Name, Body>, 'reads' | 'blobs'>>,
): Action<Name, Body> {
  return { reads: () => [], blobs: () => [], ...declaration };
}

/** An action on its way: made by a device, waiting in its outbox or sent to the Worker. */
export interface SentAction {
  id: string;
  name: string;
  body: unknown;
  /** The device's own time when it was made, milliseconds since 1970. */
  at: number;
}

/** Everything in one array stands or falls whole; most groups are of one. */
export type Group = SentAction[];

export const limits = {
  groupsPerBatch: 100,
  actionsPerGroup: 20,
  /** Bytes of one request's body. */
  requestBytes: 512 * 1024,
  /** Bytes of one action's body, as JSON. */
  actionBytes: 64 * 1024,
  /** Bytes of one image. A SQLite row of a Durable Object holds 2 MB. */
  blobBytes: 1_500_000,
  /** Bytes of a page of changes, unless a single sequence number has more. */
  pageBytes: 256 * 1024,
} as const;

/** A device's time. Whole milliseconds: the log's columns hold no others. */
const Time = z.number().check(z.int());

export const Batch = z.strictObject({
  groups: z
    .array(
      z
        .array(z.strictObject({ id: Id, name: z.string().check(z.maxLength(80)), body: z.unknown(), at: Time }))
        .check(z.minLength(1), z.maxLength(limits.actionsPerGroup)),
    )
    .check(z.minLength(1), z.maxLength(limits.groupsPerBatch)),
});

/** The answer to one action. */
export type Answer = { id: string; ok: true; seq: number } | { id: string; ok: false; problem: Problem };

/** Every action that one build knows, by name. */
export type Catalogue = ReadonlyMap<string, Action>;

/** Puts declarations together; two of one name are a mistake in the code. */
export function catalogue(actions: readonly Action[]): Catalogue {
  const known = new Map<string, Action>();
  for (const action of actions) {
    if (known.has(action.name)) throw new Error(`Two actions are called ${action.name}`);
    known.set(action.name, action);
  }
  return known;
}

/** Finds an action's declaration and parses its body. Errors: `unknown-action`, `unknown-field`, `not-valid`. */
export function parseAction(known: Catalogue, sent: SentAction): Result<{ action: Action; body: unknown }> {
  const action = known.get(sent.name);
  if (!action) return fail('unknown-action', sent.name.slice(0, 80));
  const parsed = parse(action.body, sent.body);
  return parsed.ok ? ok({ action, body: parsed.value }) : parsed;
}

/** Parses a value with a schema. A problem names the first field that is wrong, never its content. */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues;
  // An unknown field is only that where everything known is right.
  const first = issues.find((issue) => issue.code !== 'unrecognized_keys') ?? issues[0];
  const path = first?.path.map(String).join('.') || undefined;
  if (first?.code === 'unrecognized_keys') return fail('unknown-field', (first.keys[0] ?? path ?? '').slice(0, 80));
  return fail('not-valid', path?.slice(0, 80));
}
