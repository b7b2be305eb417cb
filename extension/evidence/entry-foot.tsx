import { useEffect, useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { editEvidence, isWithdrawn, reinstateEvidence, withdrawEvidence } from '../../shared/evidence/evidence.ts';
import type { Entry } from '../replica/entries.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { CopyCitation } from './copy-citation.tsx';
import { useSurroundings } from './log-context.ts';

const editForm = () => import('./edit-entry.tsx').then(({ EditEntry }) => EditEntry);
const redactButton = () => import('../cluster/redact-button.tsx').then(({ RedactButton }) => RedactButton);
const weigh = () => import('./entry-weigh.tsx').then(({ EntryWeigh }) => EntryWeigh);
const responses = () => import('./responses.tsx').then(({ Responses }) => Responses);
const summary = () => import('./weigh-summary.tsx').then(({ WeighSummary }) => WeighSummary);
const history = () => import('./history.tsx').then(({ EntryHistory }) => EntryHistory);

const talk = [
  ['weigh', 'Weigh'],
  ['respond', 'Respond'],
] as const;

/** What can be done with an entry: its author changes and withdraws it; everyone sees how it came about. */
export function EntryFoot({ entry }: { entry: Entry }) {
  const { outbox } = useReplica();
  const { me, keep, setWithdrawn } = useSurroundings();
  const [open, setOpen] = useState<'edit' | 'history' | 'weigh' | 'respond'>();
  const row = useRef<HTMLDivElement>(null);
  const { id, rev, body } = entry.record;
  const aside = useTask(() =>
    outbox.act(body && isWithdrawn(body) ? reinstateEvidence : withdrawEvidence, { id, rev }),
  );
  useEffect(() => {
    keep(id, open !== undefined);
    return () => keep(id, false);
  }, [id, open]);
  if (!body) return null;
  const away = isWithdrawn(body);
  const mine = me && body.by === me.member && can(me, editEvidence.capability);
  const setAside = async () => {
    const done = await aside.run(undefined);
    if (!done?.ok) return;
    setWithdrawn(id, !away);
    if (away) announce('Reinstated');
  };
  const close = () => {
    setOpen(undefined);
    row.current?.querySelector('button')?.focus();
  };
  return (
    <>
      {!away && <Later load={summary} props={{ record: entry.record }} />}
      <div class="row entry-foot" ref={row}>
        {mine && !away && (
          <Button
            look="quiet"
            aria-expanded={open === 'edit'}
            onPress={() => setOpen(open === 'edit' ? undefined : 'edit')}
          >
            Edit
          </Button>
        )}
        {mine && (
          <Button look="quiet" busy={aside.busy} onPress={setAside}>
            {away ? 'Reinstate' : 'Withdraw'}
          </Button>
        )}
        {([['history', 'History'], ...(away ? [] : talk)] as const).map(([name, words]) => (
          <Button
            key={name}
            look="quiet"
            aria-expanded={open === name}
            onPress={() => setOpen(open === name ? undefined : name)}
          >
            {words}
          </Button>
        ))}
        {body.source && <CopyCitation source={body.source} at={body.at} />}
        {entry.standing === 'log' && me && can(me, 'record.redact') && (
          <Later load={redactButton} props={{ kind: 'evidence' as const, id }} />
        )}
      </div>
      {aside.problem && <Alert>{sentenceFor(aside.problem)}</Alert>}
      {open === 'edit' && mine && <Later load={editForm} props={{ entry: entry.record, onDone: close }} />}
      {open === 'weigh' && <Later load={weigh} props={{ record: entry.record, onDone: close }} />}
      {open === 'respond' && <Later load={responses} props={{ to: { kind: 'evidence' as const, id } }} />}
      {open === 'history' && <Later load={history} props={{ record: entry.record }} />}
    </>
  );
}
