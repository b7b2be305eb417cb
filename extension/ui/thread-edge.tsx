import './thread.css';
import { type Thread, threadClass } from './threads.ts';

/** More than these would run out of the margin; the list of titles has them all. */
const most = 4;

/** The motif: a thin thread along the edge of what belongs to a priority; in stitches while it is only proposed. */
export function ThreadEdge({ threads }: { threads: readonly Thread[] }) {
  return (
    <span class="thread-edge" aria-hidden="true">
      {threads.slice(0, most).map((thread) => (
        <span key={thread.thread} class={`${threadClass(thread.thread)}${thread.proposed ? ' proposed' : ''}`} />
      ))}
    </span>
  );
}
