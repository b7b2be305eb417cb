import type { Synced } from './first-sync.ts';

interface Pouch {
  info(): Promise<{ doc_count: number }>;
  replicate: { from(remote: Pouch, options: object): Promise<{ ok: boolean }> };
}

// The peer's own build for browsers, loaded by the page before this script.
declare const PouchDB: new (name: string, options?: object) => Pouch;

/** How PouchDB is asked to replicate. */
export interface PouchSettings {
  adapter: 'idb' | 'indexeddb';
  /** PouchDB's own default is 100. */
  batch_size?: number;
}

/** Replicates the server's database into one that is not there yet. */
export async function pouchSync({ adapter, ...options }: PouchSettings): Promise<Synced> {
  const begun = performance.now();
  const local = new PouchDB('goldthread', { adapter });
  const { ok } = await local.replicate.from(new PouchDB(`${location.origin}/goldthread`), options);
  const seconds = (performance.now() - begun) / 1000;
  if (!ok) throw new Error('PouchDB did not replicate');
  return { seconds, records: (await local.info()).doc_count };
}

Object.assign(globalThis, { pouchSync });
