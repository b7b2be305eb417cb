import { useState } from 'preact/hooks';
import { backupDays, type Redactable, redact, removedWords } from '../../shared/cluster/redact.ts';
import { can } from '../../shared/cluster/roles.ts';
import { announce } from '../ui/announce.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { onDay } from '../ui/when.tsx';
import { goesWords } from './redact-words.ts';

interface RedactButtonProps {
  kind: Redactable;
  id: string;
  /** What it is said to be about, where several stand on one screen. */
  label?: string;
  /** The words themselves, where they may have been removed already: then nothing is asked. */
  words?: string | undefined;
}

const day = 86_400_000;

/** Where words stand that somebody is named in: a coordinator can remove them, everywhere. Others see nothing of it. */
export function RedactButton({ kind, id, label, words }: RedactButtonProps) {
  const { view } = useReplica();
  const now = useNow();
  const me = useLive(() => view.actor());
  const [done, setDone] = useState(false);
  const task = useAct();
  if (done) return <p class="soft small">Erased on request</p>;
  if (!me || !can(me, redact.capability) || words === removedWords) return null;
  const remove = async () => {
    const removed = await task.run([deed(redact, { kind, id })]);
    if (!removed?.ok) return;
    setDone(true);
    announce('Erased on request');
  };
  return (
    <>
      <Confirm
        ask="Remove words…"
        look="quiet"
        {...(label && { label: `Remove words… ${label}` })}
        yes="Remove them"
        no="Keep them"
        busy={task.busy}
        onYes={remove}
      >
        <p>{goesWords(kind)}</p>
        <p>
          It reaches every device and everything published, and cannot be taken back. Backups forget by{' '}
          {onDay(now + backupDays * day, now)}.
        </p>
      </Confirm>
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
    </>
  );
}
