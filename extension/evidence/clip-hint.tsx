import { useEffect, useState } from 'preact/hooks';
import { followFull } from '../platform/full.ts';
import { shortcutLabel } from '../platform/settings.ts';
import { captureActiveTab } from '../platform/tabs.ts';
import { getMeta } from '../replica/database.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useValue } from '../ui/use-value.ts';
import { useIsBeside } from './beside.ts';
import { today } from './today.ts';

const pasteHint = () => import('./paste-hint.tsx').then(({ PasteHint }) => PasteHint);

/** How to take a card in hand, where there is none. */
export const ClipHint = () => (useIsBeside() ? <ReadHint /> : <Later load={pasteHint} props={{}} />);

/** How to take words of the page that is being read. */
function ReadHint() {
  const { drafts } = useReplica();
  const shortcut = useValue(shortcutLabel);
  return (
    <div class="stack">
      <p>
        Select words on any page, then press the Goldthread button
        {shortcut ? (
          <>
            {' '}
            or <kbd>{shortcut}</kbd>
          </>
        ) : null}
        .
      </p>
      <div class="row">
        <Button onPress={() => captureActiveTab()}>Take the selected words</Button>
        <Button onPress={() => captureActiveTab('page')}>Take the whole page</Button>
      </div>
      <div class="row">
        <Button
          look="quiet"
          onPress={() => drafts.begin({ what: 'seen', passages: [], seen: { how: 'visit', on: today() } })}
        >
          Something seen or heard
        </Button>
        <Button look="quiet" onPress={() => drafts.begin({ passages: [] })}>
          Write a note
        </Button>
      </div>
    </div>
  );
}

/** What opened this document may have tried to capture just before. */
const opened = performance.timeOrigin - 10_000;

const captureProblem = () => import('./capture-problem.tsx').then(({ CaptureProblem }) => CaptureProblem);

/** What the last capture could not do. */
export function CaptureNotice() {
  const { db } = useReplica();
  const capture = useLive(() => getMeta(db, 'capture'));
  const [full, setFull] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    followFull(setFull, gone.signal);
    return () => gone.abort();
  }, []);
  const { at = 0, problem } = full > (capture?.at ?? 0) ? { at: full, problem: 'storage-full' } : (capture ?? {});
  // The region is always there: what appears in it is said.
  return (
    <div class="region" role="status">
      {problem && at > opened && <Later key={at} load={captureProblem} props={{ problem }} />}
    </div>
  );
}
