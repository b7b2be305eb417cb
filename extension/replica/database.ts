import { Dexie, type DexieOptions, type PromiseExtended, type Table } from 'dexie';
import type * as z from 'zod/mini';
import type { Group } from '../../shared/action.ts';
import type { Evidence, Source, Stance } from '../../shared/evidence/evidence.ts';
import type { Pasted } from '../../shared/evidence/pasted.ts';
import type { TagUse } from '../../shared/evidence/tag-use.ts';
import type { Learned } from '../../shared/priorities/suggest-learned.ts';
import type { Record } from '../../shared/record.ts';
import type { WireProblem } from '../../shared/sync.ts';
import type { LogFilter } from './log-filter.ts';
import type { KeptRows } from './packed-rows.ts';

/** A problem from our own rules or from a Worker, perhaps a newer one with codes that this build does not know. */
export type SeenProblem = z.infer<typeof WireProblem>;

/**
 * A group on its way. `waiting`: on this device. `held`: one side must be updated first. `accepted`: in the log, kept
 * until the base has caught up with `seq`, so that it never flickers. `refused`: kept until its author edits or
 * discards it.
 */
export interface OutboxRow {
  /** The order in which the groups were made. */
  n?: number;
  /** The id of the group's first action. */
  id: string;
  group: Group;
  state: 'waiting' | 'held' | 'accepted' | 'refused';
  /** It was sent, or was about to be: it may be in the log, whatever was answered. */
  tried?: true;
  seq?: number;
  problem?: SeenProblem;
}

/** A card in hand: what was captured and what was typed so far. It never leaves the device. */
export interface Draft extends Pick<Evidence, 'what' | 'link' | 'seen' | 'image' | 'table'> {
  id: string;
  source?: Source;
  passages: Evidence['passages'];
  note: string;
  tags: string[];
  /** A tag half typed. */
  tag: string;
  priorities: string[];
  /** Whose choice `priorities` is: suggested and left so, or its author's own, which nothing changes. */
  choice?: 'suggested' | 'own';
  stance?: Stance | null;
  /** What was brought along by hand, as far as it is typed: it becomes source and passages when the card is saved. */
  pasted?: Pasted;
  /** What looks like data about a pupil and is none, as its author said: those words are not asked about again. */
  kept?: string[];
  /** A pupil's number was taken out of it. */
  upnOut?: true;
  changed: number;
  /** The outbox group that this card takes up again after a refusal; it is discarded when the card is saved. */
  replaces?: string;
}

/** A picture, by the SHA-256 of its bytes. */
export interface KeptImage {
  hash: string;
  type: string;
  bytes: ArrayBuffer;
  /** The cluster has it. */
  sent?: boolean;
}

/** Who this device is. The token of a shared device is not here: see `Keep`. */
export interface Session {
  address: string;
  cluster: string;
  member: string;
  device: string;
  /** Whether the device is only its member's. If not, nothing here outlives the browser's session. */
  own: boolean;
  token?: string;
  /** Until the person has said that the recovery code is printed or written down. */
  recovery?: string;
}

/** What one entry taught the suggester, so that it can be taken back. */
export interface Taught {
  /** The entry's id. */
  id: string;
  /** What was learnt of it; of an entry that is gone there is no row. */
  text: string;
  priorities: string[];
  tags: string[];
}

/** Which schools an entry names. Of one that names none there is no row. */
export interface NamingRow {
  /** The entry's id. */
  id: string;
  /** As `nameKey` gives them. */
  names: string[];
}

/** Single values, each with its own type. */
export interface Meta {
  session: Session;
  /** Every change up to this sequence number is in `records`. */
  cursor: number;
  /** What the last capture could not do, for the panel to say: a code of `page/capture`. */
  capture: { at: number; problem?: string };
  /** In which frame of which tab a figure is to be recorded that was clicked there; `taken` once a panel does so. */
  clickedFigure: { at: number; tab: number; frame: number; taken?: true };
  /** Why the server closed the door: the device was removed, or it is too old. */
  closed: 'revoked' | 'update-needed';
  /** When the person last had the log in view, and the newest entry's time then (the server's clock). */
  looked: { at: number; newest: number };
  /** What was last looked for in the log, and when. */
  filter: { at: number; filter: LogFilter };
  /** The log's rows with their words, to be searched soon after it is opened. It goes when words of it are erased. */
  logRows: KeptRows;
  /** Whether the cluster could be reached when it was last tried; written by whichever view syncs. */
  reach: 'live' | 'offline';
  /** When the person last asked that it be tried at once, for whichever view syncs. */
  nudge: number;
  /** What is being written in forms, by the form's name. It never leaves the device. */
  writing: { [where: string]: unknown };
  /** The path through setting a cluster up was put away here. */
  setUpAway: boolean;
  /** Server's clock minus ours, in milliseconds. */
  skew: number;
  /** What the cluster's own tags have taught, from every change up to `seq`. */
  learned: { seq: number; model: Learned; tags: TagUse };
  /** Which schools' names were looked for in every change up to `seq`. */
  named: { seq: number; names: string[] };
}

export interface Database extends Dexie {
  /** The base: the Worker's records as of `cursor`. */
  records: Table<Record, [string, string]>;
  outbox: Table<OutboxRow, number>;
  drafts: Table<Draft, string>;
  images: Table<KeptImage, string>;
  taught: Table<Taught, string>;
  named: Table<NamingRow, string>;
  meta: Table<{ key: keyof Meta; value: Meta[keyof Meta] }, keyof Meta>;
}

/** Opens the replica's database. A later version of it is another `version()` line, never a change of this one. */
export function openDatabase(name: string, options?: DexieOptions): Database {
  const db = new Dexie(name, options) as Database;
  db.version(1).stores({
    records: '[kind+id], [kind+body.at]',
    outbox: '++n, &id, state',
    drafts: 'id, changed',
    meta: 'key',
  });
  // By page, so that what is known of a page is found without reading the whole log.
  db.version(2).stores({ records: '[kind+id], [kind+body.at], [kind+body.source.url]' });
  db.version(4).stores({ images: 'hash' });
  // By change, so that what is kept in memory of the log follows it, erased entries too.
  db.version(5).stores({ records: '[kind+id], [kind+body.at], [kind+body.source.url], [kind+seq]' });
  db.version(6).stores({
    // By article and by school too, as sources name them.
    records:
      '[kind+id], [kind+body.at], [kind+body.source.url], [kind+body.source.doi], [kind+body.source.urn], [kind+seq]',
    taught: 'id',
  });
  // By what a file is, so that a report is known at whatever address it is kept.
  db.version(7).stores({
    records:
      '[kind+id], [kind+body.at], [kind+body.source.url], [kind+body.source.doi], [kind+body.source.urn], [kind+seq], [kind+body.source.fingerprint]',
  });
  // By the schools that entries name, so that what names one is found however old it is.
  db.version(8).stores({ named: 'id, *names' });
  return db;
}

/**
 * What reads the database goes from one of Dexie's promises to the next by `then` and `Dexie.Promise.all`, here and in
 * all that runs inside a transaction or a live query: with several of them under way, a native `await` may go on
 * outside of its own, and then the transaction ends too early or the live query misses what it read.
 */
export function getMeta<K extends keyof Meta>(db: Database, key: K): PromiseExtended<Meta[K] | undefined> {
  return db.meta.get(key).then((row) => row?.value as Meta[K] | undefined);
}

export async function setMeta<K extends keyof Meta>(db: Database, key: K, value: Meta[K]): Promise<void> {
  await db.meta.put({ key, value });
}
