import { useState } from 'preact/hooks';
import { type Cluster, editCluster, retentionNotice } from '../../shared/cluster/cluster.ts';
import { keptSince } from '../../shared/evidence/retention.ts';
import type { Record } from '../../shared/record.ts';
import { counted } from '../cluster/wording.ts';
import { evidenceBefore } from '../replica/evidence-before.ts';
import { announce } from '../ui/announce.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { Select } from '../ui/select.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { onDay } from '../ui/when.tsx';

const years = ['', '1', '2', '3', '4', '5', '6', '7', '10', '15', '25'];

/** For how long evidence is kept. What a shorter time would take, and from when, is said before it is set. */
export function RetentionForm({
  cluster,
  mayEdit,
}: {
  cluster: Record<Cluster> & { body: Cluster };
  mayEdit: boolean;
}) {
  const { db } = useReplica();
  const now = useNow();
  const { retention } = cluster.body;
  const [chosen, setChosen] = useState(retention ? String(retention.years) : '');
  const task = useAct();
  const longer = retention && Number(chosen) >= retention.years;
  const from = longer ? retention.from : now + retentionNotice;
  const before = chosen === '' ? undefined : keptSince(Number(chosen), Math.max(from, now));
  const concerned = useLive(async () => (before === undefined ? 0 : evidenceBefore(db, before)), [before]);
  const present = retention
    ? `Evidence is kept for ${counted(retention.years, 'year', 'years')}${retention.from > now ? `. What is older goes from ${onDay(retention.from, now)} on` : ''}.`
    : 'Evidence is kept for good.';
  if (!mayEdit) return <p>{present}</p>;
  const save = async () => {
    const body = { id: cluster.id, rev: cluster.rev, retention: chosen === '' ? null : Number(chosen) };
    const done = await task.run([deed(editCluster, body)]);
    if (done?.ok) announce('Saved');
  };
  return (
    <div class="stack">
      <p>{present}</p>
      <Select
        label="Keep evidence"
        value={chosen}
        options={years.map((value) => ({
          value,
          label: value ? `for ${counted(Number(value), 'year', 'years')}` : 'for good',
        }))}
        onValue={setChosen}
      />
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      {chosen !== String(retention?.years ?? '') && (
        <div class="row">
          <Confirm
            ask="Save"
            label="Save how long evidence is kept"
            yes="Save"
            no="Not now"
            busy={task.busy}
            onYes={save}
          >
            {before === undefined ? (
              <p>Nothing is erased for its age any more.</p>
            ) : (
              <>
                <p>
                  From {onDay(from, now)} on, evidence from before {onDay(before, now)} is erased for everyone, and
                  later pieces as they reach {counted(Number(chosen), 'year', 'years')}.
                </p>
                <p>
                  {concerned
                    ? `${counted(concerned, 'piece is', 'pieces are')} as old as that on this day.`
                    : 'No piece is as old as that on this day.'}{' '}
                  Until then you can change your mind.
                </p>
              </>
            )}
          </Confirm>
        </div>
      )}
    </div>
  );
}
