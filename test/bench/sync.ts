import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { chromiumVersion, inNewBrowser } from './chromium.ts';
import { allRecords, append, createPost, foundCluster, inviteMany } from './cluster.ts';
import { cell, figure, interleave, printTable, spread } from './measure.ts';
import type { firstSync, Synced } from './pages/first-sync.ts';
import type { PouchSettings, pouchSync } from './pages/pouch-sync.ts';
import { installPeers, peerScript, peerServer, startPeer } from './peer.ts';
import { createSamples } from './sample.ts';
import { type Loopback, pageOf, serve, type Traffic } from './serve.ts';
import { startWorker, workerdVersion } from './workerd.ts';

const rounds = 5;
const size = 10_000;

/** PouchDB as it comes, and with batches that suit it better; both of its stores for browsers. */
const peerSettings: PouchSettings[] = [
  { adapter: 'idb' },
  { adapter: 'idb', batch_size: 1000 },
  { adapter: 'indexeddb' },
  { adapter: 'indexeddb', batch_size: 1000 },
];

declare global {
  interface Window {
    firstSync: typeof firstSync;
    pouchSync: typeof pouchSync;
  }
}

const script = async (name: string) => bundle(join(import.meta.dirname, 'pages', name));
const js = (body: string | Buffer) => ({ type: 'text/javascript', body });

async function fillPeer(post: (path: string, body: string) => Promise<void>, docs: object[]): Promise<void> {
  for (let i = 0; i < docs.length; i += 500) await post('_bulk_docs', JSON.stringify({ docs: docs.slice(i, i + 500) }));
}

/** A first sync of the same records: ours, and PouchDB's, into real IndexedDB in a browser that is new each time. */
export async function benchSync(folder: string): Promise<void> {
  installPeers();
  const peerFolder = join(folder, 'peer');
  mkdirSync(peerFolder);
  const worker = await startWorker(folder);
  const peer = await startPeer(peerFolder);
  const { post, close } = createPost(worker.address);
  const opened: Loopback[] = [];
  const open = async (...args: Parameters<typeof serve>) => {
    const loopback = await serve(...args);
    opened.push(loopback);
    return loopback;
  };
  try {
    const cluster = await foundCluster(post);
    await append(post, cluster, createSamples(1, cluster.priorities).groups(size));
    const evidence = (await allRecords(post, cluster)).filter(({ kind }) => kind === 'evidence');
    const put = async (path: string, body: string) => {
      const headers = { 'content-type': 'application/json' };
      const method = path === '' ? 'PUT' : 'POST';
      const answer = await fetch(`${peer.address}/goldthread/${path}`, { method, headers, ...(body && { body }) });
      if (!answer.ok) throw new Error(`The PouchDB server answered ${answer.status}`);
    };
    await put('', '');
    await fillPeer(
      put,
      evidence.map(({ id, kind, v, body }) => ({ _id: id, kind, v, ...body })),
    );

    const ours = await open({ ...pageOf('/ours.mjs'), '/ours.mjs': js(await script('first-sync.ts')) }, worker.address);
    const pouchPage = js(await script('pouch-sync.ts'));
    const theirs = {
      idb: await open({ ...pageOf('/0.js', '/page.mjs'), ...pouchFiles('idb'), '/page.mjs': pouchPage }, peer.address),
      indexeddb: await open(
        { ...pageOf('/0.js', '/1.js', '/page.mjs'), ...pouchFiles('indexeddb'), '/page.mjs': pouchPage },
        peer.address,
      ),
    };
    const code = await inviteMany(post, cluster);
    const checked = (synced: Synced, loopback: Loopback): Synced & Traffic => {
      if (synced.records !== size) throw new Error(`${synced.records} records arrived instead of ${size}`);
      return { ...synced, ...loopback.traffic() };
    };
    const runs = [
      async () =>
        checked(
          await inNewBrowser(folder, ours.address, (page) => page.evaluate((c) => window.firstSync(c), code)),
          ours,
        ),
      ...peerSettings.map((settings) => async () => {
        const from = theirs[settings.adapter];
        const run = inNewBrowser(folder, from.address, (page) => page.evaluate((s) => window.pouchSync(s), settings));
        return checked(await run, from);
      }),
    ];
    const results = await interleave(rounds, runs);
    const names = [
      'Goldthread',
      ...peerSettings.map(
        ({ adapter, batch_size }) => `PouchDB, ${adapter}, batches of ${batch_size ?? '100 (default)'}`,
      ),
    ];
    const median = (values: number[]) => spread(values).median;
    const mb = (values: number[]) => `${figure(median(values) / 1e6)} MB`;
    console.log(
      `${size.toLocaleString('en-GB')} records; workerd ${workerdVersion} beside ${peerServer}; ${chromiumVersion};`,
    );
    console.log(`median (least–most) of ${rounds} interleaved rounds; bodies of both directions`);
    printTable(
      ['', 'seconds', 'bytes', 'gzipped', 'requests'],
      results.map((result, i) => [
        names[i] ?? '',
        cell(result.map(({ seconds }) => seconds)),
        mb(result.map(({ bytes }) => bytes)),
        mb(result.map(({ gzipped }) => gzipped)),
        `${median(result.map(({ requests }) => requests))}`,
      ]),
    );
  } finally {
    for (const loopback of opened) loopback.close();
    close();
    await Promise.all([worker.stop(), peer.stop()]);
  }
}

const pouchFiles = (adapter: PouchSettings['adapter']) =>
  Object.fromEntries(peerScript(adapter).map((body, i) => [`/${i}.js`, js(body)]));
