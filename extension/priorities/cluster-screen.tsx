import { People } from '../cluster/people.tsx';
import { Schools } from '../cluster/schools.tsx';
import { ThisDevice } from '../cluster/this-device.tsx';
import type { UnsentText } from '../cluster/use-unsent.ts';
import { Priorities } from './priorities.tsx';

/** What the panel's second tab shows: what was agreed, who is in, and this device. */
export function ClusterScreen({ unsentText }: { unsentText: UnsentText }) {
  return (
    <div class="stack wide">
      <Priorities />
      <People />
      <Schools />
      <ThisDevice unsentText={unsentText} />
    </div>
  );
}
