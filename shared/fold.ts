import { type Action, type Catalogue, type Context, type Group, parseAction, type Write } from './action.ts';
import { type Blanks, blanked } from './blank.ts';
import { type Actor, can } from './cluster/roles.ts';
import { fail, ok, type Problem, type Result } from './problem.ts';
import { type Kind, keyOf, type Record, type Ref } from './record.ts';

/** Records as they are, wherever they are kept. */
export interface Snapshot {
  get(ref: Ref): Record | undefined;
  /** Every record of a kind, in order of `seq`. */
  list(kind: string): Iterable<Record>;
}

/** Records by key: the result of folding. */
export type Changes = Map<string, Record>;

/** A snapshot with changes laid over it. */
export function overlay(base: Snapshot, changes: Changes): Snapshot {
  return {
    get: (ref) => changes.get(keyOf(ref)) ?? base.get(ref),
    *list(kind) {
      for (const record of base.list(kind)) if (!changes.has(keyOf(record))) yield record;
      for (const record of changes.values()) if (record.kind === kind) yield record;
    },
  };
}

/** What holds for one group: who acts, when, with which actions known, and where its changes will stand. */
export interface Moment {
  known: Catalogue;
  actor: Actor;
  now: number;
  seq: number;
  /** Whether an image has arrived; without it, images are not asked about. */
  hasBlob?: (hash: string) => boolean;
}

/** Words that an action takes out of a record, and out of the account of it. */
export interface Blanked extends Ref {
  words: Blanks;
  /** Whether all but a name stays: what was published of it is mended by the action itself. */
  kept?: boolean;
}

/** What one action came to: the records that it wrote, what it took out, and the images on which they stand. */
export interface Step {
  written: Record[];
  blanked: Blanked[];
  blobs: readonly string[];
}

/** What a group came to: the records as they then stand, and what each of its actions did. */
export type Folded = { ok: true; changes: Changes; steps: Step[] };

/** Why a group was refused, and which of its actions was the reason. */
export type Refused = { ok: false; problem: Problem; index: number };

/**
 * Folds one group over a snapshot: parse → capability → decide, action by action, each seeing the changes of those
 * before it. The Worker runs this with authority and writes the changes down; a replica runs it to show them ahead.
 */
export function foldGroup(base: Snapshot, group: Group, moment: Moment): Folded | Refused {
  const changes: Changes = new Map();
  const steps: Step[] = [];
  const view = overlay(base, changes);
  for (const [index, sent] of group.entries()) {
    const parsed = parseAction(moment.known, sent);
    if (!parsed.ok) return { ...parsed, index };
    const { action, body } = parsed.value;
    const done = foldAction(view, action, body, moment);
    if (!done.ok) return { ...done, index };
    for (const record of done.value.written) changes.set(keyOf(record), record);
    steps.push({ ...done.value, blobs: action.blobs(body) });
  }
  return { ok: true, changes, steps };
}

function foldAction(view: Snapshot, action: Action, body: unknown, moment: Moment): Result<Omit<Step, 'blobs'>> {
  const { actor, now, seq, hasBlob } = moment;
  if (!can(actor, action.capability)) return fail('not-allowed', action.capability);
  const lacking = hasBlob && action.blobs(body).find((hash) => !hasBlob(hash));
  if (lacking) return fail('blob-missing', lacking);
  const decision = action.decide(body, contextOf(view, action, body, actor, now));
  if (!decision.ok) return decision;
  const written: Changes = new Map();
  const staged = overlay(view, written);
  for (const write of decision.value) {
    const record = applyWrite(staged, write, seq);
    if (!record.ok) return record;
    written.set(keyOf(record.value), record.value);
  }
  const blanks = decision.value.flatMap((write) => (write.op === 'blank' ? [write] : []));
  return ok({ written: [...written.values()], blanked: blanks.map(({ op: _, ...one }) => one) });
}

/** What a rule sees. Reading what its action does not declare is a mistake in the code: a replica could not have it. */
function contextOf(view: Snapshot, action: Action, body: unknown, actor: Actor, now: number): Context {
  const reads = action.reads(body);
  const declared = (kind: string, id?: string) =>
    reads.some((read) => read.kind === kind && ('id' in read ? read.id === id : !('some' in read) || id !== undefined));
  return {
    actor,
    now,
    get<Body>(kind: Kind<Body>, id: string) {
      if (!declared(kind.kind, id)) throw new Error(`${action.name} reads ${kind.kind} ${id} without saying so`);
      const record = view.get({ kind: kind.kind, id });
      return record && { ...record, body: kind.read(record) };
    },
    list<Body>(kind: Kind<Body>) {
      if (!declared(kind.kind)) throw new Error(`${action.name} lists ${kind.kind} without saying so`);
      return [...view.list(kind.kind)]
        .filter((record) => record.body !== null)
        .map((record) => ({ ...record, body: kind.read(record) }));
    },
  };
}

function applyWrite(view: Snapshot, write: Write, seq: number): Result<Record> {
  const kind = typeof write.kind === 'string' ? write.kind : write.kind.kind;
  const present = view.get({ kind, id: write.id });
  if (write.op === 'create') {
    if (present) return fail(present.body === null ? 'erased' : 'exists', kind);
    return ok({ kind, id: write.id, v: write.kind.v, rev: 1, seq, body: write.body });
  }
  if (!present) return fail('missing', kind);
  const rev = present.rev + 1;
  if (write.op === 'erase') return ok({ ...present, rev, seq, body: null });
  if (present.body === null) return fail('erased', kind);
  if (write.op === 'blank') return ok({ ...present, rev, seq, body: blanked(present.body as object, write.words) });
  if (present.rev !== write.rev) return fail('stale', kind, present);
  const body = { ...(write.kind.read(present) as object), ...write.body };
  return ok({ ...present, v: Math.max(present.v, write.kind.v), rev, seq, body });
}
