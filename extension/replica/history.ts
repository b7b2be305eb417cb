import type { SentAction } from '../../shared/action.ts';
import type { Ref } from '../../shared/record.ts';
import { History } from '../../shared/sync.ts';
import type { Answered, Client } from './client.ts';
import type { Database } from './database.ts';

/** What was done to a record: kept by the cluster, not by its replicas. */
export function createHistories(db: Database, client: Client) {
  return {
    /** Asks the cluster. Errors: those of any request, and `missing`, where it has not arrived there. */
    ask: (ref: Ref, signal?: AbortSignal): Promise<Answered<History>> =>
      client.authorised('history', History, { body: { kind: ref.kind, id: ref.id }, ...(signal && { signal }) }),

    /** What was done here and is not known to be in the log, in the order in which it was made. */
    async waiting({ id }: Ref): Promise<SentAction[]> {
      const rows = await db.outbox.orderBy('n').toArray();
      return rows
        .filter(({ state }) => state === 'waiting' || state === 'held')
        .flatMap(({ group }) => group.filter(({ body }) => (body as { id?: unknown } | null)?.id === id));
    },
  };
}

export type Histories = ReturnType<typeof createHistories>;
