import { can } from '../../shared/cluster/roles.ts';
import { forgetMember } from '../../shared/reviews/forget.ts';
import { Devices } from '../cluster/devices.tsx';
import { ExportButton } from '../cluster/export-button.tsx';
import { MemberForm } from '../cluster/member-form.tsx';
import { Parting } from '../cluster/parting.tsx';
import { PassRole } from '../cluster/pass-role.tsx';
import '../cluster/people-place.css';
import { useRoster } from '../cluster/use-roster.ts';
import { listed, roleDoes, roleWords } from '../cluster/wording.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { When } from '../ui/when.tsx';
import { BackToPeople } from './back-to-people.tsx';

/** One person: what they are here, and what can be done. */
export function PersonPage({ id }: { id: string }) {
  const roster = useRoster();
  if (!roster) return null;
  const one = [...roster.present, ...roster.gone].find((member) => member.id === id);
  if (!one) return <BackToPeople title="Nobody is here" />;
  const mine = id === roster.me.member;
  const coordinator = roster.me.role === 'coordinator';
  const { body } = one;
  const acts = roster.schools.filter((school) => school.body.acting === id).map((school) => school.body.name);
  const schools = roster.schools.filter((school) => body.schools.includes(school.id)).map((school) => school.body.name);
  return (
    <>
      <PlaceTitle>{body.name}</PlaceTitle>
      <p class="back">
        <a href={hrefTo('people')}>Back to people</a>
      </p>
      <p>
        {roleWords[body.role].name}
        {schools.length > 0 && <> for {listed(schools)}</>}
        {acts.length > 0 && <>, acts for the head of {listed(acts)}</>}. <span class="soft">{roleDoes[body.role]}</span>
      </p>
      <p class="soft small">
        Joined <When at={body.joined} />
        {body.left && (
          <>
            {' · left '}
            <When at={body.left} />
          </>
        )}
      </p>
      {body.left && coordinator && !body.forgotten && (
        <p class="soft">To have them back, invite them again: they begin anew beside what they gave.</p>
      )}
      <div>
        {!body.left && (coordinator || mine) && (
          <Disclosure summary={coordinator ? 'Name, role and schools' : 'Your name'}>
            <MemberForm key={one.rev} one={one} roster={roster} />
          </Disclosure>
        )}
        {!mine && !body.left && coordinator && (
          <Disclosure summary="Their devices">
            <Devices member={id} />
          </Disclosure>
        )}
        {mine && coordinator && (
          <Disclosure summary="Pass the coordinator’s role on">
            <PassRole mine={one} roster={roster} />
          </Disclosure>
        )}
        {(mine || can(roster.me, 'cluster.export')) && (
          <Disclosure summary={mine ? 'Everything about you, as a file' : 'Everything about this person, as a file'}>
            <div class="stack tight">
              <p class="soft small">
                What {mine ? 'you' : 'they'} wrote and did, with earlier wordings, and what names{' '}
                {mine ? 'you' : 'them'}.
              </p>
              <ExportButton about="member" id={id} name={body.name}>
                Save everything
              </ExportButton>
            </div>
          </Disclosure>
        )}
        {(mine || coordinator) && (
          <Disclosure summary={mine ? 'Leave the cluster, or be forgotten' : 'Leaving, and being forgotten'}>
            <Parting one={one} roster={roster} forget={forgetMember} />
          </Disclosure>
        )}
      </div>
    </>
  );
}
