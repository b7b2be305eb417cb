import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { thingIn } from '../../shared/priorities/one-thing.ts';
import { Notice } from '../ui/notice.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { DoAgree } from './do-agree.tsx';
import { EnterReading } from './reading-enter.tsx';
import { useDealings } from './use-dealings.ts';

/** A phone link's page: one thing, done in a minute, and nothing else. `hash` is the address's fragment. */
export function DoOne({ hash }: { hash: string }) {
  const dealings = useDealings();
  const [done, setDone] = useState(false);
  const thing = thingIn(hash);
  if (!dealings?.me) return null;
  const school = dealings.schools.find(({ id }) => id === thing?.school)?.body;
  const about =
    thing?.what === 'reading'
      ? dealings.indicators.find(({ id }) => id === thing.indicator)?.body?.name
      : dealings.priorities.find(({ id }) => thing?.what === 'agree' && id === thing.priority)?.body?.title;
  if (!thing || thing.what === 'sign' || !school || about === undefined) {
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
      </Page>
    );
  }
  return (
    <Page title={thing.what === 'reading' ? about : 'Do you agree?'}>
      {thing.what === 'reading' ? (
        <EnterReading {...thing} fixed onDone={() => setDone(true)} />
      ) : (
        <DoAgree priority={thing.priority} school={thing.school} onDone={() => setDone(true)} />
      )}
    </Page>
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
