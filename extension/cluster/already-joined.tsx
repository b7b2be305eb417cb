import { Disclosure } from '../ui/disclosure.tsx';
import { FirstThings } from './first-things.tsx';
import { Leave } from './leave.tsx';
import { OpenPanelButton } from './open-panel-button.tsx';
import type { UnsentText } from './use-unsent.ts';
import type { Whereabouts } from './use-whereabouts.ts';

interface AlreadyJoinedProps {
  here: Whereabouts;
  unsentText: UnsentText;
}

/** Somebody who is in already: who they are here, how to begin, and where the way out is. */
export function AlreadyJoined({ here, unsentText }: AlreadyJoinedProps) {
  return (
    <div class="stack wide">
      {here.me?.name && <p>This device is {here.me.name}’s.</p>}
      <OpenPanelButton />
      <div>
        <Disclosure summary="How to begin">
          <FirstThings />
        </Disclosure>
        <Disclosure summary="Join another cluster">
          <div class="stack">
            <p>A device belongs to one cluster at a time. Leave it here first; this page then takes your new link.</p>
            <Leave unsentText={unsentText} />
          </div>
        </Disclosure>
      </div>
    </div>
  );
}
