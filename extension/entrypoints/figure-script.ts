import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Pointing, startPointing } from '../page/figures/pointing.ts';

// Put into a page only when the person wants to record a figure of it. Put in again, it begins anew.
export default defineUnlistedScript(() => {
  const world = globalThis as { goldthreadPointing?: Pointing };
  world.goldthreadPointing?.stop();
  world.goldthreadPointing = startPointing();
  // How many figures there are to point at.
  return world.goldthreadPointing.figures;
});
