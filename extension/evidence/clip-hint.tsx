import { shortcutLabel } from '../platform/settings.ts';
import { captureActiveTab } from '../platform/tabs.ts';
import { getMeta } from '../replica/database.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { Notice } from '../ui/notice.tsx';
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

const kindly: Partial<Record<string, string>> = {
  'no-selection': 'No words were selected. Select some on the page, then press the button again.',
  'no-access':
    'Goldthread could not get into this page. Select the words, then press its button in the browser’s bar. The browser’s own pages stay closed; for those you can write a note.',
  'no-link': 'This link leads to nothing that can be opened from the log.',
  'no-image': 'This picture could not be read.',
  'image-as-link': 'This picture’s site does not let it be copied. It is kept as a link to the picture.',
  'too-long': 'That is more than a quote. Select the few sentences that matter, then press the button again.',
};

/** What the last capture could not do. */
export function CaptureNotice() {
  const { db } = useReplica();
  const capture = useLive(() => getMeta(db, 'capture'));
  const words = capture?.problem && capture.at > opened ? kindly[capture.problem] : undefined;
  // The region is always there: what appears in it is said.
  return (
    <div class="region" role="status">
      {words && <Notice>{words}</Notice>}
    </div>
  );
}
