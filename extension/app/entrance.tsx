import { useEffect, useState } from 'preact/hooks';
import { ok } from '../../shared/problem.ts';
import type { Looked } from '../cluster/join-by-link.tsx';
import { JoinForm } from '../cluster/join-form.tsx';
import { WayIn } from '../cluster/way-in.tsx';
import { WayInProblem } from '../cluster/way-in-problem.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { hrefTo, partsOf } from '../ui/route.ts';
import { useTask } from '../ui/use-task.ts';

/** The app on a device that is in no cluster. Its address is the one that it was served from. */
export function Entrance({ invited }: { invited: string | undefined }) {
  return (
    <main class="welcome">
      <h1>Goldthread</h1>
      <p class="welcome-lead">Goldthread ties what you read to what your cluster of schools has agreed to change.</p>
      {partsOf(location.hash)[0] === 'do' && (
        <Notice>
          <p>One thing waits for you here. Join on this device first; then it opens.</p>
          <p>
            If you take part already, make a link for another device there, under ‘You and your devices’, and type it
            here. If you are new, ask your coordinator for an invitation.
          </p>
        </Notice>
      )}
      {invited ? <Invited key={invited} code={invited} /> : <WayIn defaultAddress={location.origin} fixed />}
    </main>
  );
}

/** Leaves the code behind. */
const forget = () => location.replace(hrefTo());

/** Somebody who followed a link: what it is for, and who they are. */
function Invited({ code }: { code: string }) {
  const { access } = useReplica();
  const [looked, setLooked] = useState<Looked>();
  const task = useTask(async () => {
    const answer = await access.look(location.origin, code);
    if (answer.ok) setLooked({ address: location.origin, code, answer: answer.value });
    return answer.ok ? ok(null) : answer;
  });
  // Once: the code does not change.
  useEffect(() => {
    void task.run(undefined);
  }, []);
  if (looked) return <JoinForm looked={looked} onBack={forget} />;
  if (!task.problem) return <p class="soft">Looking at your link …</p>;
  return (
    <div class="stack">
      <WayInProblem problem={task.problem} address={location.origin} />
      <div class="row">
        <Button look="main" busy={task.busy} onPress={() => task.run(undefined)}>
          Try again
        </Button>
        <Button look="quiet" onPress={forget}>
          Use another link
        </Button>
      </div>
    </div>
  );
}
