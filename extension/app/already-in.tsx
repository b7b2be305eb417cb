import type { Whereabouts } from '../cluster/use-whereabouts.ts';
import { Button } from '../ui/button.tsx';
import { goTo } from '../ui/route.ts';

/** Somebody who followed a link to join, in a browser that is in a cluster already. */
export function AlreadyIn({ here }: { here: Whereabouts }) {
  return (
    <main class="welcome">
      <h1>You are in {here.cluster?.name ?? 'your cluster'}</h1>
      {here.me?.name && <p>This browser is {here.me.name}’s.</p>}
      <p>
        A browser belongs to one cluster at a time. If the link was for another one, leave this device under People
        first, then follow the link again.
      </p>
      <div class="row">
        <Button look="main" onPress={() => goTo('evidence')}>
          Go on to the log
        </Button>
      </div>
    </main>
  );
}
