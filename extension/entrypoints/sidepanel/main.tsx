import { Panel } from '../../cluster/panel.tsx';
import { Log } from '../../evidence/log.tsx';
import { unsentText } from '../../evidence/unsent-text.ts';
import { openReplica } from '../../platform/ground.ts';
import { Later } from '../../ui/later.tsx';
import { mount } from '../../ui/mount.tsx';

// Asked for at once and not waited for: it arrives while the database opens.
const section = import('../../evidence/log-section.tsx').then(({ LogSection }) => LogSection);
const log = <Log section={() => section} />;

const clusterScreen = (
  <Later
    load={() => import('../../priorities/cluster-screen.tsx').then(({ ClusterScreen }) => ClusterScreen)}
    props={{ unsentText }}
  />
);

mount(openReplica(), <Panel log={{ name: 'Log', screen: log }} cluster={clusterScreen} unsentText={unsentText} />);
