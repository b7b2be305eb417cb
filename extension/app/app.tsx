import { useEffect, useRef } from 'preact/hooks';
import { linkIn } from '../../shared/cluster/access.ts';
import { RecoverySheet } from '../cluster/recovery-sheet.tsx';
import { Removed } from '../cluster/removed.tsx';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import '../cluster/welcome.css';
import { unsentText } from '../evidence/unsent-text.ts';
import { places } from '../places/places.ts';
import { Shell } from '../places/shell.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo } from '../ui/route.ts';
import { AlreadyIn } from './already-in.tsx';
import { useHash } from './use-hash.ts';

const entrance = () => import('./entrance.tsx').then(({ Entrance }) => Entrance);

/** The whole web app: the way in, the recovery code, or the places. Which of them follows from the session alone. */
export function App() {
  const { sessions } = useReplica();
  const here = useWhereabouts();
  const invited = linkIn(/^#join=(.+)$/.exec(useHash())?.[1] ?? '')?.code;
  const own = here?.session?.own;
  useEffect(() => {
    // Else the browser may delete the log, and what is not sent yet, when it runs short.
    if (own) void navigator.storage?.persist?.();
  }, [own]);
  // A link that was followed in has done its work; one that is followed later is another matter.
  const entering = useRef(false);
  if (here && !here.session) entering.current = true;
  useEffect(() => {
    if (own === undefined || !entering.current) return;
    entering.current = false;
    if (invited) location.replace(hrefTo());
  }, [own]);
  if (!here) return null;
  const { session, standing } = here;
  if (standing.closed === 'revoked') return <Removed unsentText={unsentText} />;
  if (!session) return <Later load={entrance} props={{ invited }} />;
  if (session.recovery) {
    return (
      <main class="welcome">
        <h1>Your way back in</h1>
        <p>One thing before you begin: print this page or copy the code, and keep it safe.</p>
        <RecoverySheet
          code={session.recovery}
          clusterName={here.cluster?.name ?? 'your cluster'}
          clusterId={session.cluster}
          address={session.address}
          onKept={() => sessions.recoverySeen()}
        />
      </main>
    );
  }
  if (invited) return <AlreadyIn here={here} />;
  return <Shell places={places} here={here} />;
}
