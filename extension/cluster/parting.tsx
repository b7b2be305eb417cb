import type { Action } from '../../shared/action.ts';
import { leaveCluster } from '../../shared/cluster/leaving.ts';
import { isLastCoordinator, type Member } from '../../shared/cluster/members.ts';
import { backupDays } from '../../shared/cluster/redact.ts';
import { announce } from '../ui/announce.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Alert } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { sentenceFor } from '../ui/problem.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { onDay } from '../ui/when.tsx';
import type { Roster, Whole } from './use-roster.ts';

interface PartingProps {
  one: Whole<Member>;
  roster: Roster;
  /** The action that takes name and notes out: it belongs to those domains whose notes it knows. */
  forget: Action<string, { id: string }>;
}

const day = 86_400_000;

/** The two ways out of a cluster: keeping authorship of what one gave, or taking name and notes along. */
export function Parting({ one, roster, forget }: PartingProps) {
  const now = useNow();
  const task = useAct();
  const mine = one.id === roster.me.member;
  const name = mine ? 'You' : one.body.name;
  if (one.body.forgotten) return <p class="soft">Name and notes were taken out on request.</p>;
  if (isLastCoordinator(roster.present, one.id)) {
    return (
      <p class="soft">
        {mine ? 'You are' : `${name} is`} the only coordinator. Pass the role on first; then nobody is locked out.
      </p>
    );
  }
  const go = async (action: Action<string, { id: string }>, words: string) => {
    const done = await task.run([deed(action, { id: one.id })]);
    if (done?.ok) announce(words);
  };
  return (
    <div class="stack">
      {task.problem && (
        <Alert>
          <p>{sentenceFor(task.problem)}</p>
        </Alert>
      )}
      {!one.body.left && (
        <div class="row">
          <Confirm
            ask={mine ? 'Leave the cluster' : 'Take out of the cluster'}
            yes={mine ? 'Leave' : 'Take out'}
            no="Not now"
            busy={task.busy}
            onYes={() => go(leaveCluster, `${one.body.name} has left`)}
          >
            <p>
              {mine
                ? 'What you gave stays, under your name. None of your devices can read the log any more.'
                : `What ${name} gave stays, under that name. None of their devices can read the log any more.`}
            </p>
            <p>{mine ? 'You' : 'They'} can be invited again.</p>
          </Confirm>
        </div>
      )}
      <div class="row">
        <Confirm
          ask={one.body.left ? 'Forget' : mine ? 'Leave, and be forgotten' : 'Take out, and forget'}
          yes="Forget"
          no="Not now"
          busy={task.busy}
          onYes={() => go(forget, 'Forgotten: name and notes')}
        >
          <p>
            {mine ? 'Your' : `${name}’s`} name and every note that {mine ? 'you' : 'they'} wrote are taken out,
            everywhere. Quotes, tags and figures stay, under ‘A member who left’. So does what was said in a school’s
            name, for it is the school’s: where {mine ? 'your' : 'their'} name stands in such words, or in those of
            others, ‘A member who left’ stands instead. A coordinator can remove other words one by one.
          </p>
          <p>It cannot be taken back. Backups forget by {onDay(now + backupDays * day, now)}.</p>
        </Confirm>
      </div>
    </div>
  );
}
