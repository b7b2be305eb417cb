import { createReplica, type Replica } from '../../replica/replica.ts';
import type * as extension from '../ground.ts';
import { tabsKeep } from './keep.ts';

let replica: Replica | undefined;

/** This device's replica: one a document, and all of them share what is stored. Nothing is sent while none is open. */
export const openReplica: typeof extension.openReplica = () => {
  replica ??= createReplica({
    name: 'goldthread',
    keep: tabsKeep,
    fetch: (...request) => fetch(...request),
    WebSocket,
    locks: navigator.locks,
    now: Date.now,
  });
  return replica;
};
