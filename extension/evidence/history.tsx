import { useEffect, useState } from 'preact/hooks';
import { type Evidence, isWithdrawn } from '../../shared/evidence/evidence.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import type { History } from '../../shared/sync.ts';
import type { Answered } from '../replica/client.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import './history.css';
import { type Done, historyInWords, type Step } from './history-words.ts';
import { useSurroundings } from './log-context.ts';

/** How an entry came to be as it is: the cluster's account of it, and what waits on this device. */
export function EntryHistory({ record }: { record: Record<Evidence> }) {
  const { histories, view } = useReplica();
  const { me } = useSurroundings();
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<Answered<History>>();
  const waiting = useLive(() => histories.waiting(record), [record.id]);
  // Priorities that were erased are named in the history too.
  const titles = useLive(async () => new Map((await view.list(Priority)).map(({ id, body }) => [id, body?.title])));
  useEffect(() => {
    const gone = new AbortController();
    histories.ask(record, gone.signal).then((answered) => {
      if (!gone.signal.aborted) setAnswer(answered);
    }, reportError);
    return () => gone.abort();
    // Asked again when the entry has changed: a new `seq` is a new action in its account.
  }, [record.id, record.seq, tries]);

  if (!waiting || !titles || !answer) return <p class="small soft">Looking it up…</p>;
  const titleOf = (id: string) => titles.get(id) ?? 'a priority that was erased';
  const logged: Done[] = answer.ok ? answer.value.actions : [];
  // What was accepted meanwhile is in the account already.
  const known = new Set(logged.map(({ id }) => id));
  const ours = waiting.filter(({ id }) => !known.has(id)).map((action) => ({ ...action, body: action.body as object }));
  const done = [...logged, ...ours.map((action): Done => ({ ...action, by: me?.member ?? '' }))];
  const steps = historyInWords(done, titleOf).reverse();
  const here = new Set(ours.map(({ id }) => id));
  return (
    <section class="history stack tight small" aria-label="History">
      {!answer.ok && (answer.problem.code !== 'missing' || ours.length === 0) && (
        <>
          <p class="soft">
            {answer.problem.code === 'unreachable'
              ? 'Its history is kept by the cluster, which cannot be reached just now.'
              : 'Its history cannot be fetched just now.'}
          </p>
          <div class="row">
            <Button look="quiet" onPress={() => setTries(tries + 1)}>
              Try again
            </Button>
          </div>
        </>
      )}
      <ol class="stack tight">
        {steps.map((step) => (
          <li key={step.id}>
            <StepView step={step} here={here.has(step.id)} />
          </li>
        ))}
      </ol>
      {answer.ok && answer.value.more && <p class="soft">What was done before that is not shown.</p>}
      {record.body && isWithdrawn(record.body) && <p class="soft">Withdrawn entries stay in the log, set aside.</p>}
    </section>
  );
}

function StepView({ step, here }: { step: Step; here: boolean }) {
  const { nameOf } = useSurroundings();
  const { did, note } = step;
  return (
    <>
      <p>
        {step.by === 'operator' ? 'The operator' : nameOf(step.by)}{' '}
        {[...did, ...(note ? ['changed the note'] : [])].join(', and ')}
        <span class="soft">
          {' · '}
          {here ? 'On this device' : <When at={step.at} />}
        </span>
      </p>
      {note && (
        <div class="history-note">
          {note.before && <del>{note.before}</del>}
          {note.after ? <ins>{note.after}</ins> : <span class="soft">The note was taken away.</span>}
        </div>
      )}
    </>
  );
}
