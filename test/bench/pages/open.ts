import { storePage } from '../../../extension/replica/pages.ts';
import type { Member } from '../../../shared/cluster/members.ts';
import { newClusterId, newId } from '../../../shared/ids.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import type { Record } from '../../../shared/record.ts';
import { createSamples } from '../sample.ts';
import { openReplica } from './ground.ts';

/** Fills a database as syncing would, page by page. */
export async function fill(size: number): Promise<void> {
  const { db, sessions } = openReplica('goldthread');
  const [member, device] = [newId(), newId()];
  await sessions.begin({ address: location.origin, cluster: newClusterId(), member, device, token: 'none', own: true });
  let seq = 0;
  const record = (kind: string, id: string, body: object): Record => ({ kind, id, v: 1, rev: 1, seq: ++seq, body });
  const admitted: Member = { name: 'Bench', role: 'leader', schools: [], joined: Date.now() };
  const priorities = [newId(), newId(), newId()];
  const first = [
    record('member', member, admitted),
    ...priorities.map((id, thread) =>
      record('priority', id, { title: `Priority ${thread}`, state: 'proposed', thread, by: member, at: Date.now() }),
    ),
  ];
  await storePage(db, { after: 0, seq, records: first as never });
  const samples = createSamples(size, priorities);
  for (let left = size; left > 0; left -= 1000) {
    const after = seq;
    const records = Array.from({ length: Math.min(1000, left) }, () => {
      const { id, ...body } = samples.evidence();
      return record('evidence', id, { ...body, by: member, at: 1_700_000_000_000 + seq * 1000 });
    });
    await storePage(db, { after, seq, records: records as never });
  }
  db.close();
}

/** Opens the browser's store without any code of ours: what no page can do without. */
function openBare(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('goldthread');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Milliseconds until the browser's store is open, and from there to what the panel shows first. */
export async function open(): Promise<{ bare: number; ours: number; entries: number; priorities: number }> {
  const begun = performance.now();
  await openBare();
  const bare = performance.now() - begun;
  const { view } = openReplica('goldthread');
  const [entries, priorities] = await Promise.all([view.entries(50), view.list(Priority), view.standing()]);
  const ours = performance.now() - begun - bare;
  return { bare, ours, entries: entries.length, priorities: priorities.length };
}

Object.assign(globalThis, { fill, open });
