import type { Queue } from '../../shared/evidence/queue.ts';
import { counted } from '../cluster/wording.ts';
import { Button } from '../ui/button.tsx';
import { hrefTo } from '../ui/route.ts';

interface ReviewDoneProps {
  queue: Queue;
  /** How many pieces were looked at in this sitting. */
  looked: number;
  onQueue: (queue: Queue) => void;
}

const nothing: { [queue in Queue]: string } = {
  nobody: 'Nothing waits: somebody has looked at every piece.',
  mine: 'You have weighed every piece.',
  differ: 'Nobody differs on anything just now.',
};

/** What is said when the queue is empty, and what could be next. */
export function ReviewDone({ queue, looked, onQueue }: ReviewDoneProps) {
  return (
    <section class="stack" aria-labelledby="review-done">
      <h2 id="review-done">{looked > 0 ? 'That is all' : 'Nothing waits'}</h2>
      <p>{nothing[queue]}</p>
      {looked > 0 && <p class="soft">{counted(looked, 'piece', 'pieces')} looked at. Thank you.</p>}
      <div class="row">
        {queue !== 'mine' && <Button onPress={() => onQueue('mine')}>Weigh what others weighed</Button>}
        {queue !== 'differ' && <Button onPress={() => onQueue('differ')}>Where people differ</Button>}
        <a href={hrefTo('evidence')}>Go to the log</a>
      </div>
    </section>
  );
}
