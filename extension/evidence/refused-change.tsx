import { useState } from 'preact/hooks';
import {
  type Evidence,
  editEvidence,
  reinstateEvidence,
  type Stance,
  withdrawEvidence,
} from '../../shared/evidence/evidence.ts';
import { ok } from '../../shared/problem.ts';
import type { Entry } from '../replica/entries.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { ThreadList } from '../ui/thread-mark.tsx';
import { useTask } from '../ui/use-task.ts';
import type { Changes } from './changes.ts';
import { EditEntry } from './edit-entry.tsx';
import { useSurroundings } from './log-context.ts';
import { refusalAdvice } from './refusal-advice.ts';
import './refused-change.css';
import { stanceWords } from './stance-words.ts';

const names: { [action: string]: { what: string; again: string; keep: string } | undefined } = {
  [withdrawEvidence.name]: {
    what: 'You withdrew it; it was changed meanwhile.',
    again: 'Withdraw it as it is now',
    keep: 'Leave it in the log',
  },
  [reinstateEvidence.name]: {
    what: 'You reinstated it; it was changed meanwhile.',
    again: 'Reinstate it as it is now',
    keep: 'Leave it withdrawn',
  },
};

/** A change that was refused: both versions, and their author decides. Nothing is lost until then. */
export function RefusedChange({ entry }: { entry: Entry }) {
  const { outbox } = useReplica();
  const { nameOf } = useSurroundings();
  const [editing, setEditing] = useState(false);
  const { record, change, group, problem } = entry;
  const again = useTask(async () => {
    if (!change || !record.body) return ok(null);
    const { id, rev } = record;
    if (change.name === withdrawEvidence.name) return outbox.act(withdrawEvidence, { id, rev }, group);
    if (change.name === reinstateEvidence.name) return outbox.act(reinstateEvidence, { id, rev }, group);
    return outbox.act(editEvidence, { id, rev, ...theirs }, group);
  });
  if (!change || !group) return null;
  const { id: _, rev: __, ...theirs } = change.body as { id: string; rev: number } & Changes;
  const decidable = problem?.code === 'stale' && record.body;
  const words = names[change.name];
  const isEdit = change.name === editEvidence.name;
  const takeBack = async () => {
    await outbox.discard(group);
    announce('Your change was taken away');
  };
  if (editing && record.body) {
    return <EditEntry entry={record} begun={theirs} replaces={group} onDone={() => setEditing(false)} />;
  }
  return (
    <article aria-label="A change of yours that was not accepted">
      <Notice look="trouble">
        <p>Your change was not accepted.</p>
        <p class="small">
          {decidable
            ? (words?.what ?? 'It was changed meanwhile, perhaps on another of your devices.')
            : problem && refusalAdvice(problem)}
        </p>
        {record.body?.passages[0] && <p class="small refused-quote">“{record.body.passages[0].exact}”</p>}
        {isEdit && record.body && (
          <div class="versions">
            <Version title="Your change" changes={theirs} only={theirs} />
            <Version title={`As it is now, by ${nameOf(record.body.by)}`} changes={record.body} only={theirs} />
          </div>
        )}
        {again.problem && <Alert>{refusalAdvice(again.problem)}</Alert>}
        <div class="row">
          {decidable && (
            <Button busy={again.busy} onPress={() => again.run(undefined)}>
              {words?.again ?? 'Use your change'}
            </Button>
          )}
          {isEdit && record.body && <Button onPress={() => setEditing(true)}>Edit it</Button>}
          <Button look="quiet" onPress={takeBack}>
            {decidable ? (words?.keep ?? 'Keep it as it is now') : 'Take it away'}
          </Button>
        </div>
      </Notice>
    </article>
  );
}

/** What stands in one version, of the things that were changed in the other. */
function Version({ title, changes, only }: { title: string; changes: Changes | Evidence; only: Changes }) {
  const { priorities } = useSurroundings();
  const threads = priorities.filter(({ id }) => changes.priorities?.includes(id));
  const stanceOf = (stance: Stance | null | undefined) => (stance ? stanceWords[stance] : 'Not said');
  return (
    <section class="stack tight" aria-label={title}>
      <h4>{title}</h4>
      {only.note !== undefined && <p class="version-note">{changes.note || 'No note'}</p>}
      {only.tags && <p class="small">Tags: {changes.tags?.join(', ') || 'none'}</p>}
      {only.stance !== undefined && <p class="small">Stance: {stanceOf(changes.stance)}</p>}
      {only.priorities && (threads.length > 0 ? <ThreadList threads={threads} /> : <p class="small">No priority</p>)}
    </section>
  );
}
