import { useState } from 'preact/hooks';
import type { Link } from '../replica/access.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { onDay, When } from '../ui/when.tsx';
import { InvitationLink } from './invitation-link.tsx';
import './lists.css';
import { ReachProblem } from './reach-problem.tsx';
import type { Invitation, OpenInvitations } from './use-invitations.ts';
import { listed, roleWords } from './wording.ts';

interface InvitationListProps {
  open: OpenInvitations;
  cluster: string;
  nameOf: (school: string) => string | undefined;
}

/** Who was invited and has not come yet. */
export function InvitationList({ open, cluster, nameOf }: InvitationListProps) {
  if (!open.list) {
    return open.problem ? (
      <p class="soft small">Who was invited and has not come yet can be seen with a connection.</p>
    ) : null;
  }
  if (open.list.length === 0) return <p class="soft">Nobody is awaited: every invitation was taken up.</p>;
  return (
    <ul class="list" aria-label="Open invitations">
      {open.list.map((one) => (
        <InvitationRow key={one.id} {...{ one, cluster, nameOf }} again={open.again} />
      ))}
    </ul>
  );
}

interface RowProps extends Pick<InvitationListProps, 'cluster' | 'nameOf'> {
  one: Invitation;
  again: () => Promise<void>;
}

function InvitationRow({ one, cluster, nameOf, again }: RowProps) {
  const { access } = useReplica();
  const now = useNow();
  const [made, setMade] = useState<Link>();
  const schools = one.schools.flatMap((id) => nameOf(id) ?? []);
  const title = [roleWords[one.role].name, ...(schools.length > 0 ? [listed(schools)] : [])].join(' · ');
  const renewing = useTask(async () => {
    const answer = await access.reissue(one.id);
    if (answer.ok) setMade(answer.value);
    return answer;
  });
  const revoking = useTask(async () => {
    const answer = await access.revokeInvitation(one.id);
    if (answer.ok || answer.problem.code === 'missing') {
      announce(`Taken back: ${title}`);
      await again();
    }
    return answer;
  });
  const problem = renewing.problem ?? revoking.problem;
  return (
    <li class="person">
      <span>{title}</span>
      <span class="soft small">
        {one.uses > 1 && <>for {one.uses} people · </>}made <When at={one.made} /> · until {onDay(one.expires, now)}
      </span>
      {made ? (
        <InvitationLink
          label={`New link: ${title}`}
          words={{ cluster, role: one.role, schools, uses: one.uses, ...made }}
        />
      ) : (
        <div class="row">
          <Button
            look="quiet"
            label={`New link: ${title}`}
            busy={renewing.busy}
            onPress={() => renewing.run(undefined)}
          >
            New link
          </Button>
          <Confirm
            ask="Take back"
            label={`Take back: ${title}`}
            look="quiet"
            yes="Take it back"
            no="Keep it"
            busy={revoking.busy}
            onYes={() => revoking.run(undefined)}
          >
            <p>The link that you sent stops working. You can make another at any time.</p>
          </Confirm>
        </div>
      )}
      {problem && <ReachProblem problem={problem} />}
    </li>
  );
}
