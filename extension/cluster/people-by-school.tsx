import type { Member } from '../../shared/cluster/members.ts';
import type { School } from '../../shared/cluster/schools.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { hrefTo } from '../ui/route.ts';
import { When } from '../ui/when.tsx';
import './lists.css';
import './people-place.css';
import type { Roster, Whole } from './use-roster.ts';
import { speakersOf } from './use-roster.ts';
import { roleWords } from './wording.ts';

/** Everyone, under the schools that they act for, and whoever is of none or has left. */
export function PeopleBySchool({ roster }: { roster: Roster }) {
  const { schools, present, gone, me } = roster;
  const none = present.filter(({ body }) => !body.schools.some((id) => schools.some((school) => school.id === id)));
  const rows = (members: readonly Whole<Member>[], school?: Whole<School>) =>
    members.map((one) => <PersonRow key={one.id} one={one} mine={one.id === me.member} school={school} />);
  return (
    <div>
      {none.length > 0 && (
        <section class="school-block" aria-labelledby="people-none">
          <div class="school-head">
            <h3 id="people-none">{schools.length > 0 ? 'For no one school' : 'Everyone'}</h3>
          </div>
          <ul class="list">{rows(none)}</ul>
        </section>
      )}
      {schools.map((school) => {
        const members = present.filter(({ id, body }) => body.schools.includes(school.id) || school.body.acting === id);
        return (
          <section key={school.id} class="school-block" aria-labelledby={`people-${school.id}`}>
            <div class="school-head">
              <h3 id={`people-${school.id}`}>
                <a href={hrefTo('people', 'school', school.id)}>{school.body.name}</a>
              </h3>
              <span class="soft small">URN {school.body.urn}</span>
            </div>
            {school.body.away && (
              <p class="small">
                {school.body.away.how === 'left' ? 'Left' : 'Away for now'}: {school.body.away.reason}
              </p>
            )}
            {members.length > 0 && <ul class="list">{rows(members, school)}</ul>}
            {!school.body.away && speakersOf(school, members).length === 0 && (
              <p class="soft small">
                {members.length === 0
                  ? 'Nobody has joined yet.'
                  : 'Nobody can speak for this school yet: it has no head here.'}
              </p>
            )}
          </section>
        );
      })}
      {gone.length > 0 && (
        <section class="school-block">
          <Disclosure summary={`Left (${gone.length})`}>
            <ul class="list">{rows(gone)}</ul>
          </Disclosure>
        </section>
      )}
    </div>
  );
}

interface RowProps {
  one: Whole<Member>;
  mine: boolean;
  school: Whole<School> | undefined;
}

function PersonRow({ one: { id, body }, mine, school }: RowProps) {
  return (
    <li class="person">
      <span class="row">
        <a href={hrefTo('people', 'member', id)}>{body.name}</a>
        {mine && <span class="soft small">you</span>}
      </span>
      <span class="soft small">
        {roleWords[body.role].name}
        {school?.body.acting === id && ' · acts for the head'}
        {body.left ? (
          <>
            {' · left '}
            <When at={body.left} />
          </>
        ) : (
          <>
            {' · joined '}
            <When at={body.joined} />
          </>
        )}
      </span>
    </li>
  );
}
