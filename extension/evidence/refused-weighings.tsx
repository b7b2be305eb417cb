import { weighEvidence } from '../../shared/evidence/weighing.ts';
import { getMeta, setMeta } from '../replica/database.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { draftFrom, draftPlace } from './weigh-draft.ts';

type Sent = Parameters<typeof weighEvidence.decide>[0];

/** Weighings that were not accepted, mostly since the piece was worded anew: their words are taken up again. */
export function RefusedWeighings({ onAgain }: { onAgain: (evidence: string) => void }) {
  const { db, outbox } = useReplica();
  const refused = useLive(async () => (await outbox.rows()).filter((row) => row.state === 'refused'));
  const mine = (refused ?? []).flatMap(({ id, group: [first], problem }) =>
    first?.name === weighEvidence.name ? [{ group: id, body: first.body as Sent, problem }] : [],
  );
  const again = async (group: string, { evidence, ...body }: Sent) => {
    const draft = draftFrom({ ...body, evidence, by: '', at: 0 });
    await db.transaction('rw', db.meta, db.outbox, async () => {
      await setMeta(db, 'writing', { ...(await getMeta(db, 'writing')), [draftPlace(evidence)]: draft });
      await outbox.discard(group);
    });
    onAgain(evidence);
  };
  return (
    <>
      {mine.map(({ group, body, problem }) => (
        <Notice key={group} look="trouble">
          <p>
            {problem?.code === 'stale'
              ? 'A piece was worded anew while you weighed it. Your words are kept.'
              : `A weighing was not accepted. ${problem ? sentenceFor(problem) : ''}`}
          </p>
          {body.soWhat && <p class="small">So what: {body.soWhat}</p>}
          {body.reason && <p class="small">{body.reason}</p>}
          <div class="row">
            <Button onPress={() => again(group, body)}>Look at it again</Button>
            <Button look="quiet" onPress={() => outbox.discard(group)}>
              Take it away
            </Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
