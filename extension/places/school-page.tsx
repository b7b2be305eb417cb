import { can } from '../../shared/cluster/roles.ts';
import { editSchool, markSchool, speaksFor } from '../../shared/cluster/schools.ts';
import { ActingHead } from '../cluster/acting-head.tsx';
import { ExportButton } from '../cluster/export-button.tsx';
import '../cluster/people-place.css';
import { SchoolAway } from '../cluster/school-away.tsx';
import { SchoolForm } from '../cluster/school-form.tsx';
import { speakersOf, useRoster } from '../cluster/use-roster.ts';
import { listed } from '../cluster/wording.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { BackToPeople } from './back-to-people.tsx';

/** One school: its numbers, who speaks for it, whether it takes part. */
export function SchoolPage({ id }: { id: string }) {
  const roster = useRoster();
  if (!roster) return null;
  const school = roster.schools.find((one) => one.id === id);
  if (!school) return <BackToPeople title="No such school" />;
  const { body, rev } = school;
  const { me } = roster;
  const speakers = speakersOf(school, roster.present).map((one) => one.body.name);
  return (
    <>
      <PlaceTitle>{body.name}</PlaceTitle>
      <p class="back">
        <a href={hrefTo('people')}>Back to people</a>
      </p>
      <p class="soft small">
        URN {body.urn}
        {body.before && body.before.length > 0 && <>, before that {listed(body.before)}</>}
      </p>
      {body.away && (
        <p>
          {body.away.how === 'left' ? 'It has left' : 'It is away for now'}: {body.away.reason}
        </p>
      )}
      <p>{speakers.length > 0 ? `${listed(speakers)} can speak for it.` : 'Nobody can speak for it yet.'}</p>
      <div>
        {can(me, editSchool.capability) && (
          <Disclosure summary="Name and numbers">
            <SchoolForm key={rev} school={school} />
          </Disclosure>
        )}
        {(me.role === 'coordinator' || speaksFor(me, school)) && (
          <Disclosure summary="Somebody acts for the head">
            <ActingHead key={rev} school={school} roster={roster} />
          </Disclosure>
        )}
        {can(me, markSchool.capability) && (
          <Disclosure summary="Away, or left">
            <SchoolAway key={rev} school={school} />
          </Disclosure>
        )}
        {can(me, 'cluster.export') && (
          <Disclosure summary="Everything of this school, as a file">
            <div class="stack tight">
              <p class="soft small">Its figures, agreements and people, and what those wrote and did.</p>
              <ExportButton about="school" id={id} name={body.name}>
                Save everything
              </ExportButton>
            </div>
          </Disclosure>
        )}
      </div>
    </>
  );
}
