import { useState } from 'preact/hooks';
import { digestOf } from '../../shared/cycles/digest.ts';
import { queueOf } from '../../shared/evidence/queue.ts';
import { Response } from '../../shared/evidence/response.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import { usePeople } from '../cluster/use-people.ts';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import { piecesOf } from '../evidence/review-pieces.ts';
import { useLogIndex } from '../evidence/use-log-index.ts';
import { useDealings } from '../priorities/use-dealings.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { readTitles } from './titles.ts';
import './waiting.css';

const week = 7 * 86_400_000;

/** The week in the cluster as a text to copy: for an e-mail, a chat, a newsletter. */
export function Digest() {
  const { view } = useReplica();
  // One moment for all of it: a digest does not change under the eyes of whoever copies it.
  const [now] = useState(Date.now);
  const since = now - week;
  const log = useLogIndex(false);
  const people = usePeople();
  const here = useWhereabouts();
  const dealings = useDealings();
  const said = useLive(async () => ({
    ...(await view.lists({ responses: Response, weighings: Weighing })),
    evidence: await view.evidenceSince(since),
    titles: await readTitles(view),
  }));
  if (!log?.whole || !people || !here || !dealings || !said) return <p class="soft">Looking through the week…</p>;
  const wanted = owedOn(dealings, dayAt(now)).filter(isWanted);
  const owed = dealings.schools.map(({ id, body }) => ({
    school: body?.name ?? '',
    count: wanted.filter(({ school }) => school === id).length,
  }));
  const waits = queueOf(piecesOf(log), said.weighings, { queue: 'nobody', me: '', order: [] });
  const text = digestOf({
    cluster: here.cluster?.name ?? 'our partnership',
    address: here.session?.address,
    since,
    priorities: dealings.priorities,
    evidence: said.evidence,
    unweighed: new Set(waits),
    responses: said.responses,
    owed,
    nameOf: (member) => people.members.find(({ id }) => id === member)?.name ?? 'A member',
    titleOf: said.titles.titleOf,
  });
  return (
    <div class="stack waiting">
      <p class="soft">The last seven days, as a text to send. Change what you like where you paste it.</p>
      <pre class="digest">{text}</pre>
      <div class="row">
        <CopyButton text={text} look="main">
          Copy the digest
        </CopyButton>
      </div>
    </div>
  );
}
