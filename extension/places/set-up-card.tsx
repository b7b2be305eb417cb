import { setMeta } from '../replica/database.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { goTo } from '../ui/route.ts';
import { stepNames, stepStates, stepTitles, useSetUp } from './set-up-steps.ts';

/** Milliseconds for which a cluster counts as new. */
const isNew = 90 * 86_400_000;

/** On the first page of a new cluster, for its coordinator: how far setting up is, and the next step. */
export function SetUpCard() {
  const { db } = useReplica();
  const now = useNow();
  const setUp = useSetUp();
  if (!setUp || setUp.away || now - setUp.cluster.body.founded > isNew) return null;
  const states = stepStates(setUp);
  const next = stepNames.find((step) => states[step] === 'open');
  if (!next) return null;
  const done = stepNames.filter((step) => states[step] === 'done').length;
  const putAway = async () => {
    await setMeta(db, 'setUpAway', true);
    announce('Put away. You find it again under People.');
  };
  return (
    <Notice>
      <h2>Setting up</h2>
      <p>
        {done} of {stepNames.length} steps are done. Next: {stepTitles[next].toLowerCase()}.
      </p>
      <div class="row">
        <Button look="main" onPress={() => goTo('people', 'setup')}>
          Go on setting up
        </Button>
        <Button look="quiet" onPress={putAway}>
          Not now
        </Button>
      </div>
    </Notice>
  );
}
