import { useState } from 'preact/hooks';
import type { School } from '../../shared/cluster/schools.ts';
import { takesPart } from '../../shared/cluster/schools.ts';
import type { Link } from '../replica/access.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { useTask } from '../ui/use-task.ts';
import { InvitationLink } from './invitation-link.tsx';
import './lists.css';
import { ReachProblem } from './reach-problem.tsx';
import type { OpenInvitations } from './use-invitations.ts';
import { type Roster, speakersOf, type Whole } from './use-roster.ts';
import { listed } from './wording.ts';

interface HeadInvitationsProps {
  roster: Roster;
  open: OpenInvitations;
  cluster: string;
}

/** A head for each school: who has come, who was invited, and a link for each that is missing. */
export function HeadInvitations({ roster, open, cluster }: HeadInvitationsProps) {
  const schools = roster.schools.filter(takesPart);
  if (schools.length === 0) return <p class="soft">Add the schools first.</p>;
  return (
    <div class="stack">
      <ul class="list">
        {schools.map((school) => (
          <HeadRow key={school.id} {...{ school, roster, open, cluster }} />
        ))}
      </ul>
      {schools.length > 1 && (
        <p class="soft small">
          One head of several schools? Invite them for one; once they are in, tick the others on their own page.
        </p>
      )}
    </div>
  );
}

function HeadRow({ school, roster, open, cluster }: HeadInvitationsProps & { school: Whole<School> }) {
  const { access } = useReplica();
  const [made, setMade] = useState<Link>();
  const { name } = school.body;
  const speakers = speakersOf(school, roster.present);
  const invited = open.list?.find(({ role, schools }) => role === 'head' && schools.includes(school.id));
  const task = useTask(async () => {
    const answer = await (invited
      ? access.reissue(invited.id)
      : access.invite({ role: 'head', schools: [school.id], uses: 1, days: 30 }));
    if (answer.ok) {
      setMade(answer.value);
      await open.again();
    }
    return answer;
  });
  return (
    <li class="person">
      <span>{name}</span>
      <span class="soft small">
        {speakers.length > 0
          ? `${listed(speakers.map(({ body }) => body.name))} can speak for it`
          : invited
            ? 'Invited, not here yet'
            : 'Nobody yet'}
      </span>
      {made && (
        <InvitationLink
          label={`Invitation: ${name}`}
          words={{ cluster, role: 'head', schools: [name], uses: 1, ...made }}
        />
      )}
      {speakers.length === 0 && !made && (
        <div class="row">
          <Button
            look={invited ? 'quiet' : 'plain'}
            label={invited ? `New link: head of ${name}` : `Invite the head of ${name}`}
            busy={task.busy}
            onPress={() => task.run(undefined)}
          >
            {invited ? 'New link' : 'Invite the head'}
          </Button>
        </div>
      )}
      {task.problem && <ReachProblem problem={task.problem} />}
    </li>
  );
}
