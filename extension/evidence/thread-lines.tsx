import { useId, useState } from 'preact/hooks';
import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import { indicatorsOf } from '../../shared/priorities/agreement.ts';
import { dayAt, figuresDue, owedOn } from '../../shared/priorities/due.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import { progressOf, progressSentence } from '../../shared/priorities/progress.ts';
import type { Record } from '../../shared/record.ts';
import { type SeenDealings, useDealings } from '../priorities/use-dealings.ts';
import type { Entry } from '../replica/entries.ts';
import { Later } from '../ui/later.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { threadClass } from '../ui/threads.ts';
import { useLive } from '../ui/use-live.ts';
import './thread-lines.css';

const context = () => import('./thread-context.tsx').then(({ ThreadContext }) => ThreadContext);

/** What came in the last so many days is new. */
const newFor = 14 * 86_400_000;
/** New are those among so many of the newest. */
const looked = 200;

/** Each thread in one line: where the schools are against their targets, what is due, what is new. */
export function ThreadLines() {
  const { view } = useReplica();
  const dealings = useDealings();
  const entries = useLive(() => view.entries(looked));
  const now = useNow();
  const id = useId();
  if (!dealings || !entries) return null;
  const threads = dealings.priorities.filter(({ id: priority, body }) =>
    body?.state === 'proposed' ? indicatorsOf(dealings.indicators, priority).length > 0 : body?.state === 'agreed',
  );
  if (threads.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>Where we are</h2>
      <ul class="thread-lines">
        {threads.map((thread) => (
          <ThreadLine key={thread.id} thread={thread} dealings={dealings} entries={entries} now={now} />
        ))}
      </ul>
    </section>
  );
}

interface ThreadLineProps {
  thread: Record<Priority>;
  dealings: SeenDealings;
  entries: readonly Entry[];
  now: number;
}

function ThreadLine({ thread: { id, body }, dealings, entries, now }: ThreadLineProps) {
  const [open, setOpen] = useState(false);
  const inside = useId();
  if (!body) return null;
  const due = figuresDue(owedOn(dealings, dayAt(now)), dealings.indicators, id);
  const fresh = entries.filter(
    ({ record: { body: one } }) => one?.priorities.includes(id) && !isWithdrawn(one) && one.at > now - newFor,
  ).length;
  const proposed = body.state === 'proposed';
  return (
    <li class={threadClass(body.thread)}>
      <button
        type="button"
        class="thread-line"
        aria-expanded={open}
        aria-controls={inside}
        onClick={() => setOpen(!open)}
      >
        <ThreadMark thread={{ title: body.title, thread: body.thread, proposed }} />
        <span>
          <b>{body.title}</b>
          {proposed && <span class="soft small"> proposed</span>}
          <span class="thread-line-words small soft">
            {progressSentence(progressOf(dealings, id), due)}
            {fresh > 0 && `; ${fresh} new in the log`}
          </span>
        </span>
      </button>
      <div id={inside} class="thread-inside" hidden={!open}>
        {open && <Later load={context} props={{ priority: id }} />}
      </div>
    </li>
  );
}
