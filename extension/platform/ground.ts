import { createReplica, type Replica } from '../replica/replica.ts';
import { sessionKeep } from './keep.ts';
import { askToSync } from './wake.ts';

let replica: Replica | undefined;

/** This device's replica: one a document, and all of them share what is stored. */
export function openReplica(): Replica {
  replica ??= createReplica({
    name: 'goldthread',
    keep: sessionKeep,
    fetch: (...request) => fetch(...request),
    WebSocket,
    locks: navigator.locks,
    now: Date.now,
    onWaiting: askToSync,
  });
  return replica;
}
