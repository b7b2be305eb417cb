import type { Draft, OutboxRow } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** Puts what is unsent into words; the domain that knows them brings it. */
export type UnsentText = (rows: readonly OutboxRow[], drafts: readonly Draft[]) => string;

/** What is on this device and nowhere else. */
export interface Unsent {
  /** Everything: waiting, held, refused, and in hand. */
  count: number;
  /** What would go by itself. */
  waiting: number;
  offline: boolean;
  text: string;
}

/** What is on this device and nowhere else; `undefined` until it is read. */
export function useUnsent(unsentText: UnsentText): Unsent | undefined {
  const { drafts, outbox, view } = useReplica();
  return useLive(async () => {
    const [all, cards, standing] = await Promise.all([outbox.rows(), drafts.all(), view.standing()]);
    const rows = all.filter(({ state }) => state !== 'accepted');
    return {
      count: rows.length + cards.length,
      waiting: standing.waiting,
      offline: standing.reach === 'offline',
      text: unsentText(rows, cards),
    };
  });
}
