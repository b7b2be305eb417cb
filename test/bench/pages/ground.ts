import { createReplica } from '../../../extension/replica/replica.ts';

/** A replica as the extension opens it, in a plain page. */
export function openReplica(name: string) {
  let kept: string | undefined;
  return createReplica({
    name,
    keep: {
      get: async () => kept,
      set: async (token) => {
        kept = token;
      },
    },
    fetch: (...request) => fetch(...request),
    WebSocket,
    locks: navigator.locks,
    now: Date.now,
  });
}
