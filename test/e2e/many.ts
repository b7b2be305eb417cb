import { admit } from '../../shared/cluster/members.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { saveEvidence, stances } from '../../shared/evidence/evidence.ts';
import { newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { createSamples } from '../bench/sample.ts';
import { post } from '../tools/api.ts';
import type { Founded } from './founded.ts';

/** What a cluster was filled with by the operator's way of restoring one. */
export interface Filled {
  priorities: string[];
  schools: string[];
  /** Members, each of the school at the same place. */
  people: string[];
  /** The notes that somebody may look for, with the number of each entry. */
  noteOf(i: number): string;
}

interface Entry {
  by: string;
  at: number;
  id: string;
  name: string;
  body: object;
}

/**
 * Fills a cluster with so many pieces of evidence, of every second of a time that ended a day ago. The one numbered i
 * (from 0, the oldest) is by person i % 3, has the stance i % 3, the tags `even` or `odd`, priority i % 2, and its
 * number in its note; every hundredth says that the café was naïve.
 */
export async function fillMany(address: string, secret: string, founded: Founded, size: number): Promise<Filled> {
  const { cluster, member: founder } = founded.joined;
  const begun = Date.now() - 24 * 60 * 60_000 - size * 1000;
  const send = async (entries: Entry[]) => {
    const { answers } = await post(address, 'operator/restore', Answers, { cluster, entries }, secret);
    const refused = answers.find((answer) => !answer.ok);
    if (refused) throw new Error(JSON.stringify(refused));
  };
  const entry = (by: string, name: string, body: object, at = begun): Entry => ({ by, at, id: newId(at), name, body });
  const schools = ['Alder Primary', 'Birch Primary', 'Cedar High'].map((name, i) => ({
    id: newId(),
    name,
    urn: `10000${i}`,
  }));
  const people = ['Amina Ali', 'Bob Brown', 'Cara Cole'].map((name, i) => ({
    id: newId(),
    name,
    role: 'leader',
    schools: [schools[i]?.id ?? ''],
  }));
  const priorities = ['Every child reads fluently', 'Every child attends'].map((title) => ({ id: newId(), title }));
  const [first] = people;
  await send([
    ...schools.map((school) => entry(founder, addSchool.name, school)),
    ...people.map((person) => entry('operator', admit.name, person)),
    ...priorities.map((priority) => entry(first?.id ?? '', proposePriority.name, priority)),
  ]);
  const noteOf = (i: number) => `Entry ${i} of many${i % 100 === 0 ? ', the café was naïve' : ''}`;
  const samples = createSamples(size);
  const evidence = (i: number): Entry => {
    const at = begun + i * 1000;
    const { id: _, ...sample } = samples.evidence();
    const body = {
      ...sample,
      id: newId(at),
      note: noteOf(i),
      tags: [i % 2 ? 'odd' : 'even'],
      priorities: [priorities[i % 2]?.id ?? ''],
      stance: stances[i % 3],
    };
    return entry(people[i % 3]?.id ?? '', saveEvidence.name, body, at);
  };
  for (let i = 0; i < size; i += 500) {
    await send(Array.from({ length: Math.min(500, size - i) }, (_, n) => evidence(i + n)));
  }
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  return { priorities: ids(priorities), schools: ids(schools), people: ids(people), noteOf };
}

/** In a page of the extension: puts so many older entries into the base. Syncing would take longer than a test may. */
export async function putOlder(count: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('goldthread'));
  const store = db.transaction('records', 'readwrite').objectStore('records');
  for (let i = 0; i < count; i++) {
    const body = { passages: [], note: `Older ${i}`, tags: [], priorities: [], by: 'nobody', at: i + 1 };
    const id = `01000000-0000-7000-8000-${String(i).padStart(12, '0')}`;
    store.put({ kind: 'evidence', id, v: 1, rev: 1, seq: 1, body });
  }
  await new Promise((resolve) => {
    store.transaction.oncomplete = resolve;
  });
  db.close();
}

/** In a page of the extension: when the log was last in view, as it is noted on the device. */
export async function lookedAt(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('goldthread'));
  const row = (await done(db.transaction('meta').objectStore('meta').get('looked'))) as { value: { at: number } };
  db.close();
  return row?.value.at ?? 0;
}
