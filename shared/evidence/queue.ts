import type { Record } from '../record.ts';
import { differencesOf, type Weighing, weighingsByPiece, weighingsOf } from './weighing.ts';

/** What the queue asks of a piece of evidence. */
export interface QueuePiece {
  id: string;
  at: number;
  wording: number;
  priorities: readonly string[];
  state: 'there' | 'withdrawn' | 'erased';
}

/** Whose look a piece waits for: nobody has weighed it, I have not, or those who did differ. */
export const queues = ['nobody', 'mine', 'differ'] as const;
export type Queue = (typeof queues)[number];

interface Asked {
  queue: Queue;
  /** Who looks. */
  me: string;
  /** Only pieces of this priority. */
  priority?: string | undefined;
  /** The priorities in their order; what belongs to none comes last. */
  order: readonly string[];
}

/** The pieces that wait for a look, by priority and within one the oldest first: their ids. */
export function queueOf(
  pieces: Iterable<QueuePiece>,
  weighings: readonly Record<Weighing>[],
  { queue, me, priority, order }: Asked,
): string[] {
  const byPiece = weighingsByPiece(weighings);
  const waits = ({ id, wording, state, priorities }: QueuePiece) => {
    if (state !== 'there' || (priority && !priorities.includes(priority))) return false;
    const held = weighingsOf(byPiece.get(id) ?? [], { id, body: { wording } });
    if (queue === 'nobody') return held.length === 0;
    return queue === 'mine' ? !held.some(({ by }) => by === me) : differencesOf(held).length > 0;
  };
  const placeOf = ({ priorities }: QueuePiece) => {
    const places = priorities.map((id) => order.indexOf(id)).filter((place) => place >= 0);
    return priority ? 0 : places.length > 0 ? Math.min(...places) : order.length;
  };
  return [...pieces]
    .filter(waits)
    .map((piece) => ({ id: piece.id, at: piece.at, place: placeOf(piece) }))
    .sort((a, b) => a.place - b.place || a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * The pieces of one sitting: what was begun with keeps its place, so that one can go back and see how far one is; what
 * has come meanwhile joins at the end.
 */
export function sitting(before: readonly string[], waiting: readonly string[]): string[] {
  const known = new Set(before);
  return [...before, ...waiting.filter((id) => !known.has(id))];
}

/** The next piece of a sitting that still waits, from one on, round to the beginning; `undefined` where none does. */
export function nextWaiting(all: readonly string[], waiting: ReadonlySet<string>, from: string | undefined, step = 1) {
  const start = from === undefined ? -1 : all.indexOf(from);
  for (let i = 1; i <= all.length; i++) {
    const id = all[(((start + step * i) % all.length) + all.length) % all.length];
    if (id !== undefined && id !== from && waiting.has(id)) return id;
  }
  return undefined;
}
