import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capture } from '../page/capture/capture.ts';

// Put into a page only when the person asks for it; what it answers with goes to whoever put it there.
export default defineUnlistedScript(capture);
