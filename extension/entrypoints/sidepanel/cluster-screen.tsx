import { People } from '../../cluster/people.tsx';
import { Schools } from '../../cluster/schools.tsx';
import { ThisDevice } from '../../cluster/this-device.tsx';
import { unsentText } from '../../evidence/unsent-text.ts';
import { Priorities } from '../../priorities/priorities.tsx';

/** What the second tab shows: what was agreed, who is in, and this device. */
export function ClusterScreen() {
  return (
    <div class="stack wide">
      <Priorities />
      <People />
      <Schools />
      <ThisDevice unsentText={unsentText} />
    </div>
  );
}
