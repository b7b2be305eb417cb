import { can } from '../../shared/cluster/roles.ts';
import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import { dropCitation } from '../../shared/reviews/citation.ts';
import type { AccountPart } from '../../shared/reviews/review-kind.ts';
import { stanceWords } from '../evidence/stance-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { Cite } from './cite.tsx';
import { QuoteLess } from './quote-less.tsx';
import { publicWords } from './quoted.ts';
import { reviewAdvice } from './review-words.ts';
import { useReviews } from './use-reviews.ts';

interface CitationsProps {
  review: string;
  priority: string;
  part: AccountPart;
  open: boolean;
}

/** The evidence that a part leans on: what is quoted of it, and a way to add and to take out. */
export function Citations({ review, priority, part, open }: CitationsProps) {
  const { view } = useReplica();
  const { me, citations } = useReviews();
  const task = useAct();
  const mine = citations.filter(
    ({ body }) => body.review === review && body.priority === priority && body.part === part && !body.dropped,
  );
  const ids = mine.map(({ body }) => body.evidence);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  const may = open && can(me, 'review.write');
  const drop = async (id: string, rev: number) => {
    if ((await task.run([deed(dropCitation, { id, rev })]))?.ok) announce('Taken out. It stays in the log.');
  };
  return (
    <div class="stack tight">
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      {mine.length > 0 && (
        <ul class="cycle-list" aria-label="Evidence for it">
          {mine.map((citation) => {
            const { id, rev, body } = citation;
            const piece = entries?.get(body.evidence)?.record.body;
            const words = piece ? publicWords(piece, body.exact) : entries ? 'A piece that was erased' : '';
            return (
              <li key={id} class="piece stack tight">
                <span class="story-words">{words}</span>
                {piece && (
                  <span class="soft small">
                    {[
                      piece.stance && stanceWords[piece.stance],
                      piece.source?.title,
                      isWithdrawn(piece) && 'withdrawn since: take it out',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
                {may && piece && <QuoteLess citation={citation} piece={piece} />}
                {may && (
                  <span class="no-print">
                    <Button look="quiet" label={`Take it out: ${words}`} onPress={() => drop(id, rev)}>
                      Take it out
                    </Button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {may && <Cite {...{ review, priority, part }} taken={ids} />}
    </div>
  );
}
