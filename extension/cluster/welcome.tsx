import { useEffect, useRef, useState } from 'preact/hooks';
import { builtAddress, policyAddress } from '../platform/settings.ts';
import { useReplica } from '../ui/replica.ts';
import { useValue } from '../ui/use-value.ts';
import { AlreadyJoined } from './already-joined.tsx';
import { FirstThings } from './first-things.tsx';
import { OpenPanelButton } from './open-panel-button.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import type { UnsentText } from './use-unsent.ts';
import { useWhereabouts } from './use-whereabouts.ts';
import { WayIn } from './way-in.tsx';
import './welcome.css';

/** The first page: in, the recovery code, and what to do next. Where it stands follows from the session alone. */
export function Welcome({ unsentText }: { unsentText: UnsentText }) {
  const { sessions } = useReplica();
  const here = useWhereabouts();
  const address = useValue(policyAddress) ?? builtAddress;
  // Whether this page saw the joining: then the end is news, and not only a reminder.
  const [fresh, setFresh] = useState(false);
  const joined = here?.session !== undefined;
  useEffect(() => {
    if (here && !joined) setFresh(true);
  }, [here, joined]);
  const step = here && stepOf(joined, here.session?.recovery, fresh);
  const heading = useStepHeading(step);
  if (!here || !step) return null;
  const name = here.cluster?.name ?? 'your cluster';
  return (
    <main class="welcome">
      <h1 ref={heading} tabIndex={-1}>
        {titles[step](name)}
      </h1>
      {step === 'in' && (
        <>
          <p class="welcome-lead">
            Goldthread ties what you read to what your cluster of schools has agreed to change.
          </p>
          <WayIn defaultAddress={address} />
        </>
      )}
      {step === 'recovery' && here.session?.recovery && (
        <>
          <p>One thing before you begin: print this page or copy the code, and keep it safe.</p>
          <RecoverySheet
            code={here.session.recovery}
            clusterName={name}
            clusterId={here.session.cluster}
            address={here.session.address}
            onKept={() => sessions.recoverySeen()}
          />
        </>
      )}
      {step === 'finished' && (
        <>
          <FirstThings />
          <OpenPanelButton />
        </>
      )}
      {step === 'already' && <AlreadyJoined here={here} unsentText={unsentText} />}
    </main>
  );
}

type Step = 'in' | 'recovery' | 'finished' | 'already';

function stepOf(joined: boolean, recovery: string | undefined, fresh: boolean): Step {
  if (!joined) return 'in';
  if (recovery) return 'recovery';
  return fresh ? 'finished' : 'already';
}

const titles: { [step in Step]: (name: string) => string } = {
  in: () => 'Goldthread',
  recovery: () => 'Your way back in',
  finished: (name) => `You are in ${name}`,
  already: (name) => `You are in ${name}`,
};

/** Takes the focus to the heading of each step but the first, so that what changed is read from its beginning. */
function useStepHeading(step: Step | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Step | undefined>(undefined);
  useEffect(() => {
    if (before.current && before.current !== step) {
      heading.current?.focus();
      scrollTo({ top: 0 });
    }
    before.current = step;
  }, [step]);
  return heading;
}
