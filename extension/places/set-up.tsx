import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ClusterForm } from '../cluster/cluster-form.tsx';
import { HeadInvitations } from '../cluster/head-invitations.tsx';
import '../cluster/people-place.css';
import { SchoolPaste } from '../cluster/school-paste.tsx';
import { SecondCoordinator } from '../cluster/second-coordinator.tsx';
import { useInvitations } from '../cluster/use-invitations.ts';
import { setMeta } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { PlaceTitle } from '../ui/place-title.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { BackToPeople } from './back-to-people.tsx';
import { type StepName, type StepState, stepNames, stepStates, stepTitles, useSetUp } from './set-up-steps.ts';

const marks: { [state in StepState]: string } = { done: '✓', awaited: '…', open: '○' };
const stateWords: { [state in StepState]: string } = {
  done: 'Done',
  awaited: 'Invited, not all here yet',
  open: 'To do',
};

/** The path through setting a cluster up: one thing at a time, in any order, left and taken up again at will. */
export function SetUpPath() {
  const { db } = useReplica();
  const setUp = useSetUp();
  const open = useInvitations(setUp !== undefined);
  // What was opened stays so when it is done: a link that was just made is shown nowhere else, and the focus is there.
  const opened = useRef(new Set<StepName>()).current;
  if (!setUp) return <BackToPeople title="Setting up" />;
  const { roster, cluster, away } = setUp;
  const states = stepStates(setUp, open.list);
  const next = stepNames.find((step) => states[step] === 'open');
  // Who was invited comes a moment later than the records.
  if (next && (open.list || open.problem)) opened.add(next);
  const insides: { [step in StepName]: ComponentChildren } = {
    name: <ClusterForm cluster={cluster} />,
    schools: (
      <div class="stack">
        {roster.schools.length > 0 && (
          <p class="soft small">There now: {roster.schools.map(({ body }) => body.name).join(' · ')}</p>
        )}
        <SchoolPaste roster={roster} />
      </div>
    ),
    heads: <HeadInvitations roster={roster} open={open} cluster={cluster.body.name} />,
    coordinator: <SecondCoordinator open={open} cluster={cluster.body.name} />,
    purpose: (
      <p>
        One sentence is a beginning: what keeps you together?{' '}
        <a href={hrefTo('partnership')}>Write it under Partnership</a>
      </p>
    ),
    priorities: (
      <p>
        Two or three, each something that no school could achieve alone. What was agreed before can be taken over.{' '}
        <a href={hrefTo('priorities')}>Go to Priorities</a>
      </p>
    ),
  };
  const putAway = async (yes: boolean) => {
    await setMeta(db, 'setUpAway', yes);
    announce(yes ? 'Put away. You find it again under People.' : 'It stands on the first page again.');
  };
  return (
    <>
      <PlaceTitle>Setting up</PlaceTitle>
      <p class="back">
        <a href={hrefTo('people')}>Back to people</a>
      </p>
      <p class="soft">
        {next
          ? 'Take the steps in any order, and come back when you like: what is done is kept.'
          : 'All of it is done or on its way. You can come back here at any time.'}
      </p>
      <ol class="set-up-steps">
        {stepNames.map((step) => (
          <li key={step}>
            <span class="set-up-mark" aria-hidden="true">
              {marks[states[step]]}
            </span>
            <Disclosure
              summary={`${stepTitles[step]}: ${stateWords[states[step]].toLowerCase()}`}
              open={opened.has(step)}
            >
              {insides[step]}
            </Disclosure>
          </li>
        ))}
      </ol>
      <div class="row">
        <Button look="quiet" onPress={() => putAway(!away)}>
          {away ? 'Show it on the first page again' : 'Put it away from the first page'}
        </Button>
      </div>
    </>
  );
}
