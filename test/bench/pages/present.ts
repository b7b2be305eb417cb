import { storePage } from '../../../extension/replica/pages.ts';
import type { Passage } from '../../../shared/evidence/quote.ts';
import { newClusterId, newId } from '../../../shared/ids.ts';
import { openReplica } from './ground.ts';

/** Puts entries of one page into the log that this device has, an entry a passage. */
export async function keep(url: string, passages: Passage[]): Promise<void> {
  const { db, sessions } = openReplica('goldthread');
  const [member, device] = [newId(), newId()];
  const address = 'http://127.0.0.1:9';
  await sessions.begin({ address, cluster: newClusterId(), member, device, token: 'none', own: true });
  const records = passages.map((passage, i) => {
    const source = { url, title: 'A long page' };
    const words = { passages: [passage], source, note: `Note ${i}`, tags: [], priorities: [] };
    const body = { ...words, by: member, at: 1_700_000_000_000 + i };
    return { kind: 'evidence', id: newId(), v: 1, rev: 1, seq: i + 1, body };
  });
  await storePage(db, { after: 0, seq: records.length, records: records as never });
  db.close();
}

Object.assign(globalThis, { keep });
