import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { isOf, type School, speaksFor } from '../../shared/cluster/schools.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import { type OneThing, thingIn } from '../../shared/priorities/one-thing.ts';
import type { Record } from '../../shared/record.ts';
import { counted } from '../cluster/wording.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { PlaceTitle } from '../ui/place-title.tsx';
import { hrefTo } from '../ui/route.ts';
import { DoAgree } from './do-agree.tsx';
import { EnterReading } from './reading-enter.tsx';
import { type SeenDealings, useDealings } from './use-dealings.ts';

/** A phone link's page: one thing, done in a minute, and nothing else. `hash` is the address's fragment. */
export function DoOne({ hash }: { hash: string }) {
  const dealings = useDealings();
  const [done, setDone] = useState(false);
  const thing = thingIn(hash);
  if (!dealings?.me) return null;
  const school = dealings.schools.find(({ id }) => id === thing?.school);
  const about =
    thing?.what === 'reading'
      ? dealings.indicators.find(({ id }) => id === thing.indicator)?.body?.name
      : dealings.priorities.find(({ id }) => thing?.what === 'agree' && id === thing.priority)?.body?.title;
  if (!thing || thing.what === 'sign' || !school?.body || about === undefined) {
    return (
      <Page title="Nothing to do here">
        <p>
          This link leads to nothing that is in the log here. Was it copied whole? It may also not have arrived yet.
        </p>
      </Page>
    );
  }
  if (done) {
    return (
      <Page title="Done">
        <div role="status">
          <Notice>
            <p>That is all. Thank you.</p>
          </Notice>
        </div>
        <StillOpen dealings={dealings} school={school} />
      </Page>
    );
  }
  const { me } = dealings;
  const meant = isFor(thing, me, school);
  const enter = thing.what === 'reading' && <EnterReading {...thing} fixed onDone={() => setDone(true)} />;
  return (
    <Page title={thing.what === 'reading' ? about : 'Do you agree?'}>
      {!meant && (
        <Notice>
          <p>{notFor(thing, school.body.name)}</p>
          {thing.what === 'reading' && (
            <p>
              <a href={hrefTo('so-what')}>Where the schools are</a>
            </p>
          )}
        </Notice>
      )}
      {thing.what === 'reading' && meant && enter}
      {thing.what === 'reading' && !meant && can(me, 'reading.enter') && (
        <Disclosure summary="Enter a published figure, with its source">{enter}</Disclosure>
      )}
      {thing.what === 'agree' && (
        <DoAgree priority={thing.priority} school={thing.school} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}

type Me = NonNullable<SeenDealings['me']>;

/** Whether somebody is one of those for whom a link was meant. */
function isFor(thing: OneThing, me: Me, school: Record<School>): boolean {
  if (thing.what === 'agree') return can(me, 'priority.agree') && speaksFor(me, school);
  return can(me, 'reading.enter') && (me.role === 'coordinator' || isOf(me, school));
}

/** What is said to whoever opened somebody else’s link. */
const notFor = ({ what }: OneThing, school: string): string =>
  what === 'agree'
    ? `This was sent to ${school}. Its head, or whoever speaks for it, answers; you can read it here.`
    : `This was sent to ${school}, whose own figure it is.`;

interface StillOpenProps {
  dealings: SeenDealings;
  school: Record<School>;
}

/** What else waits for the school: who came for one thing knows nothing of the others. */
function StillOpen({ dealings, school: { id, body } }: StillOpenProps) {
  const now = useNow();
  const open = owedOn(dealings, dayAt(now)).filter((one) => one.school === id && isWanted(one)).length;
  if (open === 0) return null;
  return (
    <p>
      <a href={hrefTo('so-what', 'due')}>
        {counted(open, 'more thing is', 'more things are')} open for {body?.name}
      </a>
    </p>
  );
}

function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <PlaceTitle>{title}</PlaceTitle>
      {children}
    </>
  );
}
