import { openReplica } from '../platform/ground.ts';
import { mount } from '../ui/mount.tsx';
import { App } from './app.tsx';
import { keepOffline } from './keep-offline.ts';
import { takeShared } from './take-shared.ts';

const replica = openReplica();
takeShared(replica).catch(reportError);
mount(replica, <App />);
keepOffline().catch(reportError);
