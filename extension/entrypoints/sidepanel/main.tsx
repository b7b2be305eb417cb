import { Panel } from '../../cluster/panel.tsx';
import { Log } from '../../evidence/log.tsx';
import { unsentText } from '../../evidence/unsent-text.ts';
import { openReplica } from '../../platform/ground.ts';
import { Later } from '../../ui/later.tsx';
import { mount } from '../../ui/mount.tsx';

const clusterScreen = (
  <Later
    load={() => import('../../priorities/cluster-screen.tsx').then(({ ClusterScreen }) => ClusterScreen)}
    props={{ unsentText }}
  />
);

mount(openReplica(), <Panel log={{ name: 'Log', screen: <Log /> }} cluster={clusterScreen} unsentText={unsentText} />);
