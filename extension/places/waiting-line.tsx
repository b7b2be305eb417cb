import { useWaiting } from '../cycles/use-waiting.ts';
import { useSignOffsOwed } from '../reviews/use-sign-offs-owed.ts';

/** How much was said that waits for the one who looks. */
export function WaitingLine() {
  const waiting = useWaiting();
  const signing = useSignOffsOwed()?.length ?? 0;
  const count = signing + (waiting ? waiting.mine.length + waiting.decisions.length : 0);
  return count > 0 ? <span class="review-count"> ({count})</span> : null;
}
