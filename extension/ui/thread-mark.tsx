import './thread.css';
import { markOf, type Thread, threadClass } from './threads.ts';

/** A priority's mark in its colour. Its name is said with it, since a title stands beside it only for the eye. */
export function ThreadMark({ thread }: { thread: Thread }) {
  const mark = markOf(thread.thread);
  return (
    <span class={`thread-mark ${threadClass(thread.thread)}`} aria-hidden="true">
      {thread.proposed ? mark.outline : mark.filled}
    </span>
  );
}

/** Marks with the titles of their priorities, as a list. */
export function ThreadList({ threads }: { threads: readonly Thread[] }) {
  if (threads.length === 0) return null;
  return (
    <ul class="thread-list" aria-label="Priorities">
      {threads.map((thread) => (
        <li key={thread.thread}>
          <ThreadMark thread={thread} />
          <span>
            {thread.title}
            {thread.proposed && <span class="unseen"> (proposed)</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
