import { formats } from '../../../extension/evidence/out/formats.ts';
import { writeFile } from '../../../extension/evidence/out/write-file.ts';
import { openReplica } from './ground.ts';
import { fill } from './open.ts';

/** What writing one file came to: milliseconds in all, the longest for which the page stood still, and its bytes. */
export interface Exported {
  all: number;
  still: number;
  bytes: number;
  entries: number;
}

/** Takes the whole log out as a file of one kind, as the Evidence place does. */
export async function takeOut(name: string): Promise<Exported> {
  const { db, view } = openReplica('goldthread');
  const format = formats.find((one) => one.name === name);
  if (!format) throw new Error(`There is no ${name}`);
  const keys = await db.records.where('[kind+id]').between(['evidence', ''], ['evidence', '\uffff']).primaryKeys();
  const ids = keys.map(([, id]) => id);
  const begun = performance.now();
  let last = begun;
  let still = 0;
  const ticking = setInterval(() => {
    const now = performance.now();
    still = Math.max(still, now - last);
    last = now;
  });
  const signal = new AbortController().signal;
  const written = await writeFile({ view, ids, format, now: Date.now(), onProgress: () => {}, signal });
  const all = performance.now() - begun;
  clearInterval(ticking);
  const { size } = new Blob(written?.parts ?? []);
  db.close();
  return { all, still: Math.max(still, performance.now() - last), bytes: size, entries: written?.account.total ?? 0 };
}

/** The kinds of file that there are. */
export const names = (): string[] => formats.map(({ name }) => name);

Object.assign(globalThis, { fill, takeOut, names });
