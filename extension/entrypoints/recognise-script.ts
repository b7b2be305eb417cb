import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellPage } from '../page/recognise/tell.ts';

// Put into a page beside the open panel, or of which something is saved; its answer goes to whoever put it there.
export default defineUnlistedScript(tellPage);
