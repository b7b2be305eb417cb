import type { OperatorRestore } from '../../../shared/cluster/access.ts';
import { newId } from '../../../shared/ids.ts';
import { type Moment, timeOf } from './days.ts';
import type { Act } from './script.ts';

export type Entry = OperatorRestore['entries'][number];

/** The demo's past while it is written. */
export interface Past {
  today: Date;
  /** Where the sample pages are served. */
  pages: string;
  /** The id that a key stands for. */
  id(key: string): string;
  /** Makes the id of something that others name by its key. */
  make(key: string, at: number): string;
  at(moment: Moment): number;
  /** Writes down what somebody (by id, or `operator`) did. A `rev` of {@link seen} becomes the one that holds then. */
  enter(by: string, at: number, action: { name: string }, body: object): void;
  /** The same for somebody that the script names, at a moment that it names. */
  act(act: Act, action: { name: string }, body: object): void;
  /** Everything, oldest first. */
  entries(): Entry[];
}

/** In place of a `rev`: whatever it is at that moment. */
export const seen = 0;

export function newPast(today: Date, pages: string): Past {
  const known = new Map<string, string>();
  const entries: Entry[] = [];
  const past: Past = {
    today,
    pages,
    id(key) {
      const id = known.get(key);
      if (!id) throw new Error(`The demo knows no ${key}`);
      return id;
    },
    make(key, at) {
      if (known.has(key)) throw new Error(`The demo has two of ${key}`);
      const id = newId(at);
      known.set(key, id);
      return id;
    },
    at: (moment) => timeOf(moment, today),
    enter(by, at, { name }, body) {
      entries.push({ by, at, id: newId(at), name, body });
    },
    act: ({ by, daysAgo, time }, action, body) =>
      past.enter(past.id(by), past.at({ daysAgo, time }), action, { id: newId(past.at({ daysAgo, time })), ...body }),
    entries: () => withRevs(entries.sort((a, b) => a.at - b.at)),
  };
  return past;
}

/** Says in each change which `rev` of the record its author saw: the one after all that came before. */
function withRevs(entries: Entry[]): Entry[] {
  const revs = new Map<string, number>();
  return entries.map((entry) => {
    const body = entry.body as { id: string; rev?: number };
    const rev = revs.get(body.id) ?? 0;
    revs.set(body.id, rev + 1);
    return body.rev === seen ? { ...entry, body: { ...body, rev } } : entry;
  });
}
