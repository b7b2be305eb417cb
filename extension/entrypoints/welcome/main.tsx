import { Welcome } from '../../cluster/welcome.tsx';
import { unsentText } from '../../evidence/unsent-text.ts';
import { openReplica } from '../../platform/ground.ts';
import { mount } from '../../ui/mount.tsx';

mount(openReplica(), <Welcome unsentText={unsentText} />);
