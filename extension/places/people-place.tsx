import { Cluster } from '../../shared/cluster/cluster.ts';
import { can } from '../../shared/cluster/roles.ts';
import { ClusterForm } from '../cluster/cluster-form.tsx';
import { InvitationList } from '../cluster/invitations.tsx';
import { Invite } from '../cluster/invite.tsx';
import { PeopleBySchool } from '../cluster/people-by-school.tsx';
import { RefusedPeople } from '../cluster/refused-people.tsx';
import { SchoolPaste } from '../cluster/school-paste.tsx';
import { ThisDevice } from '../cluster/this-device.tsx';
import { useInvitations } from '../cluster/use-invitations.ts';
import { type Roster, useRoster } from '../cluster/use-roster.ts';
import { RetentionForm } from '../evidence/retention.tsx';
import { unsentText } from '../evidence/unsent-text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { useLive } from '../ui/use-live.ts';
import { PersonPage } from './person-page.tsx';
import { SchoolPage } from './school-page.tsx';
import { SetUpPath } from './set-up.tsx';
import type { PlaceProps } from './shell.tsx';

/** Who is in, for which schools, and on which devices; and, behind it, each person, each school, and setting up. */
export function PeoplePlace({ rest: [part, id = ''] }: PlaceProps) {
  if (part === 'setup') return <SetUpPath />;
  if (part === 'member') return <PersonPage id={id} />;
  if (part === 'school') return <SchoolPage id={id} />;
  return <Everyone />;
}

function Everyone() {
  const { sessions, view } = useReplica();
  const roster = useRoster();
  const cluster = useLive(async () => {
    const session = await sessions.stored();
    const record = session && (await view.get(Cluster, session.cluster));
    return record?.body ? { ...record, body: record.body } : undefined;
  });
  const invites = roster !== undefined && can(roster.me, 'member.invite');
  const open = useInvitations(invites);
  if (!roster || !cluster) return <PlaceTitle>People</PlaceTitle>;
  const nameOf = (school: string) => roster.schools.find(({ id }) => id === school)?.body.name;
  return (
    <>
      <PlaceTitle>People</PlaceTitle>
      <div class="stack wide">
        <RefusedPeople />
        <section class="stack" aria-labelledby="people-title">
          <h2 id="people-title" class="unseen">
            By school
          </h2>
          <SecondUrged roster={roster} />
          <PeopleBySchool roster={roster} />
        </section>
        {invites && (
          <section class="stack" aria-labelledby="invited-title">
            <h2 id="invited-title">Invited</h2>
            <InvitationList open={open} cluster={cluster.body.name} nameOf={nameOf} />
            <Invite cluster={cluster.body.name} onMade={open.again} />
          </section>
        )}
        <section class="stack" aria-labelledby="cluster-title">
          <h2 id="cluster-title">The {cluster.body.word}</h2>
          {invites && (
            <p>
              <a href={hrefTo('people', 'setup')}>Setting up, step by step</a>
            </p>
          )}
          <div>
            {can(roster.me, 'school.add') && (
              <Disclosure summary="Add schools">
                <SchoolPaste roster={roster} />
              </Disclosure>
            )}
            {can(roster.me, 'cluster.edit') && (
              <Disclosure summary="What it is called">
                <ClusterForm key={cluster.rev} cluster={cluster} />
              </Disclosure>
            )}
            <Disclosure summary="How long evidence is kept">
              <RetentionForm key={cluster.rev} cluster={cluster} mayEdit={can(roster.me, 'cluster.edit')} />
            </Disclosure>
          </div>
        </section>
        <ThisDevice unsentText={unsentText} />
      </div>
    </>
  );
}

/** Nobody should be locked out by one lost laptop. */
function SecondUrged({ roster }: { roster: Roster }) {
  const coordinators = roster.present.filter(({ body }) => body.role === 'coordinator');
  if (coordinators.length !== 1 || roster.me.role !== 'coordinator') return null;
  return (
    <p class="soft small">
      You are the only coordinator. A second one is a good beginning: then nobody can be locked out.
    </p>
  );
}
