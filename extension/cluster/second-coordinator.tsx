import { useState } from 'preact/hooks';
import type { Link } from '../replica/access.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { InvitationLink } from './invitation-link.tsx';
import { ReachProblem } from './reach-problem.tsx';
import type { OpenInvitations } from './use-invitations.ts';

/** Asks a second coordinator in. */
export function SecondCoordinator({ open, cluster }: { open: OpenInvitations; cluster: string }) {
  const { access } = useReplica();
  const [made, setMade] = useState<Link>();
  const invited = open.list?.find(({ role }) => role === 'coordinator');
  const task = useTask(async () => {
    const answer = await (invited
      ? access.reissue(invited.id)
      : access.invite({ role: 'coordinator', schools: [], uses: 1, days: 30 }));
    if (answer.ok) {
      setMade(answer.value);
      await open.again();
    }
    return answer;
  });
  return (
    <div class="stack">
      <p class="soft small">
        Two coordinators lock nobody out, and no lost laptop stops you. You can also make somebody who is in already
        one, on their page.
      </p>
      {made ? (
        <InvitationLink
          label="Invitation: coordinator"
          words={{ cluster, role: 'coordinator', schools: [], uses: 1, ...made }}
        />
      ) : (
        <div class="row">
          <Button busy={task.busy} onPress={() => task.run(undefined)}>
            {invited ? 'Make a new link for the coordinator' : 'Invite a coordinator'}
          </Button>
        </div>
      )}
      {task.problem && <ReachProblem problem={task.problem} />}
    </div>
  );
}
