import { openWelcome } from '../platform/tabs.ts';
import { updateAdvice } from '../platform/update.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Whereabouts } from './use-whereabouts.ts';

/** What stands above every screen until it is seen to: an update that is needed, a recovery code not yet kept. */
export function FrameNotices({ here: { session, standing } }: { here: Whereabouts }) {
  return (
    <>
      {standing.closed === 'update-needed' && (
        <div class="panel-notice">
          <Notice>
            <p>The cluster has moved on to a newer Goldthread. Your entries are safe on this device.</p>
            <p>{updateAdvice} They go then, by themselves.</p>
          </Notice>
        </div>
      )}
      {session?.recovery && (
        <div class="panel-notice">
          <Notice>
            <p>Your recovery code is not printed or copied yet.</p>
            <div class="row">
              <Button onPress={openWelcome}>Show it</Button>
            </div>
          </Notice>
        </div>
      )}
    </>
  );
}
