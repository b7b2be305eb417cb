import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Presence, startPresence } from '../page/highlight/presence.ts';

// Runs in pages to which access was given, each of their frames. Put in again, it looks again.
export default defineUnlistedScript(() => {
  const world = globalThis as { goldthread?: Presence };
  const alive = world.goldthread?.isAlive() ?? false;
  if (alive) world.goldthread?.look();
  else {
    world.goldthread?.stop();
    world.goldthread = startPresence();
  }
  // Whether it is new here.
  return !alive;
});
