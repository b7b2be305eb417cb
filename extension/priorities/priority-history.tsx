import { useEffect, useState } from 'preact/hooks';
import type { Agreement } from '../../shared/priorities/agreement.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import type { History } from '../../shared/sync.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { listed } from '../cluster/wording.ts';
import type { Answered } from '../replica/client.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { When } from '../ui/when.tsx';
import { nameIn, schoolIn, useScene } from './scene.ts';

const did: { [action: string]: string } = {
  'priority.propose': 'proposed it',
  'priority.drop': 'dropped it',
  'priority.revive': 'proposed it again',
  'priority.confirm': 'confirmed that it is agreed',
  'priority.adopt': 'took it over as agreed before',
  'priority.close': 'closed it',
  'record.redact': 'erased words on request',
};

const fieldWords: { [field: string]: string } = {
  title: 'the title',
  description: 'the description',
  alone: 'why no school could achieve it alone',
  plans: 'what is planned',
  starts: 'when it starts',
  review: 'when it is reviewed',
};

/** What an action did, as the rest of a sentence that begins with who did it. */
function wordsFor(name: string, body: object | null): string {
  if (name !== 'priority.edit') return did[name] ?? 'changed it in a way that this version has no words for';
  const fields = Object.keys(body ?? {}).flatMap((field) => fieldWords[field] ?? []);
  return fields.length > 0 ? `changed ${listed(fields)}` : 'changed it';
}

const spoke = ({ objection, wording }: Agreement, present: number) =>
  `${objection === undefined ? 'agreed' : `objected: ${objection}`}${wording === present ? '' : ' (an earlier wording)'}`;

/** How a priority came to be as it is: the cluster's account of it, and every word of the schools on it. */
export function PriorityHistory({ priority }: { priority: Record<Priority> & { body: Priority } }) {
  const { histories } = useReplica();
  const scene = useScene();
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<Answered<History>>();
  const { kind, id, seq, body } = priority;
  useEffect(() => {
    const gone = new AbortController();
    histories.ask({ kind, id }, gone.signal).then((answered) => {
      if (!gone.signal.aborted) setAnswer(answered);
    }, reportError);
    return () => gone.abort();
    // Asked again when it has changed: a new `seq` is a new action in its account.
  }, [id, seq, tries]);
  if (!answer) return <p class="small soft">Looking it up…</p>;
  const logged = answer.ok
    ? answer.value.actions.map((one) => ({
        ...one,
        words: wordsFor(one.name, one.body),
        school: undefined,
        objection: undefined,
      }))
    : [];
  const spoken = scene.agreements.flatMap(({ id: word, body: said }) =>
    said?.priority === id
      ? [
          {
            id: word,
            by: said.by,
            at: said.at,
            words: spoke(said, body.wording ?? 0),
            school: said.school,
            objection: said.objection,
          },
        ]
      : [],
  );
  const steps = [...logged, ...spoken].sort((a, b) => b.at - a.at);
  return (
    <div class="stack tight small">
      {!answer.ok && (
        <>
          <p class="soft">Its history is kept by the cluster, which cannot be reached just now.</p>
          <div class="row">
            <Button look="quiet" onPress={() => setTries(tries + 1)}>
              Try again
            </Button>
          </div>
        </>
      )}
      <ol class="stack tight">
        {steps.map(({ id: step, by, at, words, school, objection }) => (
          <li key={step}>
            {by === 'operator' ? 'The operator' : nameIn(scene, by)}
            {school && ` for ${schoolIn(scene, school)}`} {words}
            <span class="soft">
              {' · '}
              <When at={at} />
            </span>
            {objection !== undefined && (
              <RedactButton kind="agreement" id={step} words={objection} label="why it objected" />
            )}
          </li>
        ))}
      </ol>
      {answer.ok && answer.value.more && <p class="soft">What was done before that is not shown.</p>}
    </div>
  );
}
