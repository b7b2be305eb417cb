import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const here = import.meta.dirname;

/** Which server it is, and with what it stores. */
export const peerServer = 'express-pouchdb 4.2.0 over PouchDB 9.0.0 (LevelDB)';

/** Installs what we are measured beside, next to this file. Only the benches need it, so `npm ci` leaves it out. */
export function installPeers(): void {
  const peers = ['pouchdb', 'dom-anchor-text-quote', '@apache-annotator/selector', 'minisearch', 'approx-string-match'];
  if (peers.every((peer) => existsSync(join(here, 'node_modules', peer)))) return;
  console.log('Installing what we are measured beside into test/bench, once');
  // Its one native module brings what it needs, built; no script has to run.
  const args = ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('What we are measured beside could not be installed.');
}

/** PouchDB's own builds for browsers, with the older adapter and with the newer one. */
export const peerScript = (adapter: 'idb' | 'indexeddb'): Buffer[] =>
  (adapter === 'idb' ? ['pouchdb.min.js'] : ['pouchdb.min.js', 'pouchdb.indexeddb.min.js']).map((file) =>
    readFileSync(join(here, 'node_modules/pouchdb/dist', file)),
  );

/** Starts the server as a process of its own, as ours is. */
export async function startPeer(folder: string): Promise<{ address: string; stop(): Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [join(here, 'peer-server.ts')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The PouchDB server ended with ${code}`)));
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
  });
  return {
    address,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
