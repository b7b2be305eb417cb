import { LogPage } from '../../places/log-page.tsx';
import { openReplica } from '../../platform/ground.ts';
import { mount } from '../../ui/mount.tsx';

mount(openReplica(), <LogPage />);
