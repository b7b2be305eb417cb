import { Panel } from '../../cluster/panel.tsx';
import { People } from '../../cluster/people.tsx';
import { Schools } from '../../cluster/schools.tsx';
import { ThisDevice } from '../../cluster/this-device.tsx';
import { Log } from '../../evidence/log.tsx';
import { unsentText } from '../../evidence/unsent-text.ts';
import { openReplica } from '../../platform/ground.ts';
import { Priorities } from '../../priorities/priorities.tsx';
import { mount } from '../../ui/mount.tsx';

const clusterScreen = (
  <div class="stack wide">
    <Priorities />
    <People />
    <Schools />
    <ThisDevice unsentText={unsentText} />
  </div>
);

mount(openReplica(), <Panel log={{ name: 'Log', screen: <Log /> }} cluster={clusterScreen} unsentText={unsentText} />);
