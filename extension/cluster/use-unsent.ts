import type { Draft, OutboxRow } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Puts what is unsent into words; the domain that knows them brings it. */
export type UnsentText = (rows: readonly OutboxRow[], drafts: readonly Draft[]) => string;

/** What is on this device and nowhere else. */
export function useUnsent(unsentText: UnsentText) {
  const { drafts, outbox } = useReplica();
  return useLive(async () => {
    const rows = (await outbox.rows()).filter(({ state }) => state !== 'accepted');
    const cards = await drafts.all();
    return {
      waiting: rows.filter(({ state }) => state === 'waiting').length,
      count: rows.length + cards.length,
      text: unsentText(rows, cards),
    };
  });
}
