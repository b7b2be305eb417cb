import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterOf, Joined, LookAnswer, linkIn, newKeys } from '../../shared/cluster/access.ts';
import { Page } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { readDemoScript } from '../tools/demo/script.ts';
import { startDisplay } from '../tools/display.ts';
import { portIsFree } from '../tools/local-worker.ts';
import { root } from '../tools/run-process.ts';

const patience = 240_000;
const folder = mkdtempSync(join(tmpdir(), 'goldthread-start-'));
const here = { GOLDTHREAD_DATA: join(folder, 'data'), GOLDTHREAD_OUTPUT: join(folder, 'output') };
const left = new Set<ChildProcess>();

interface Started {
  child: ChildProcess;
  said: () => string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(root, 'test/tools', script), ...args], {
    cwd: root,
    env: { ...process.env, ...here, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  left.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += String(data)));
  const ended = once(child, 'close').then(([code]) => {
    left.delete(child);
    return code as number | null;
  });
  return { child, said: () => said, ended };
}

/** Runs `npm start` until it says that it stands. */
async function start(args: string[], env?: NodeJS.ProcessEnv): Promise<Started> {
  const started = run('start.ts', args, env);
  const stands = new Promise<void>((resolve) => {
    started.child.stdout?.on('data', () => started.said().includes('Ctrl+C ends it') && resolve());
  });
  await Promise.race([stands, started.ended]);
  expect(started.child.exitCode, started.said()).toBeNull();
  return started;
}

async function end({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}

/** A port that is free together with the next one. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    if (port < 65_000 && (await portIsFree(port + 1))) return port;
  }
}

const linkOf = ({ said }: Started) => {
  const link = linkIn(said());
  expect(link, said()).toBeDefined();
  return link as { address: string; code: string };
};

async function changes(address: string, token: string) {
  const response = await fetch(`${address}/api/changes`, {
    method: 'POST',
    body: '{"after":0}',
    headers: { authorization: `Bearer ${token}` },
  });
  return Page.parse(await response.json()).records;
}

describe('npm start', { timeout: patience }, () => {
  let port: number;
  let address: string;
  let first: Started;
  let cluster: string;
  let token: string;

  beforeAll(async () => {
    port = await freePort();
    address = `http://127.0.0.1:${port}`;
    first = await start(['--no-browser', '--port', `${port}`]);
  }, patience);

  afterAll(async () => {
    for (const child of left) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    rmSync(folder, { recursive: true, force: true });
  }, patience);

  it('prints the address, how to load the extension, and a link into the demo', async () => {
    const link = linkOf(first);
    expect(link.address).toBe(address);
    expect(first.said()).toContain('Load unpacked');
    expect(first.said()).toContain(`http://127.0.0.1:${port + 1}`);
    expect(first.said().split('\n').length).toBeLessThan(20);
    const answer = await post(address, 'look', LookAnswer, { code: link.code });
    expect(answer).toMatchObject({ kind: 'invitation', role: 'leader', cluster: { demo: true } });
    cluster = clusterOf(link.code);
  });

  it('has filled the demo with eighteen months, and serves the pages that it quotes', async () => {
    const { code } = linkOf(first);
    const join = { code, name: 'Somebody', device: 'test', keys: newKeys() };
    token = (await post(address, 'join', Joined, join)).token;
    const records = await changes(address, token);
    const count = (kind: string) => records.filter((record) => record.kind === kind).length;
    const script = readDemoScript();
    expect(count('school')).toBe(script.schools.length);
    expect(count('priority')).toBe(script.priorities.length);
    expect(count('indicator')).toBe(script.indicators.length);
    expect(count('evidence')).toBe(script.evidence.length);
    const dates = records.filter(({ kind }) => kind === 'evidence').map(({ body }) => Number(body?.at));
    expect(Math.min(...dates)).toBeLessThan(Date.now() - 530 * 86_400_000);
    expect(Math.max(...dates)).toBeLessThan(Date.now() - 86_400_000);
    const urls = new Set(records.flatMap(({ body }) => (body?.source as { url?: string } | undefined)?.url ?? []));
    expect(urls.size).toBe(7);
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
  });

  it('says what to do where the port is taken, or the data in use', async () => {
    const again = run('start.ts', ['--no-browser', '--port', `${port}`]);
    expect(await again.ended).toBe(1);
    expect(again.said()).toContain(`Port ${port} is taken. Goldthread is running there already.`);
    expect(again.said()).toContain('npm start -- --port');
    const beside = run('start.ts', ['--no-browser', '--port', `${await freePort()}`]);
    expect(await beside.ended).toBe(1);
    expect(beside.said()).toContain(`Another \`npm start\` is running at ${address}`);
  });

  it('says what it does not know', async () => {
    const odd = run('start.ts', ['--emtpy']);
    expect(await odd.ended).toBe(1);
    expect(odd.said()).toMatch(/^There is no --emtpy\..*--empty/s);
  });

  it('lets its operator mint a coordinator’s link', async () => {
    const minted = run('coordinator.ts', [address, cluster]);
    expect(await minted.ended, minted.said()).toBe(0);
    const answer = await post(address, 'look', LookAnswer, { code: linkOf(minted).code });
    expect(answer).toMatchObject({ kind: 'invitation', role: 'coordinator' });
    expect(statSync(join(here.GOLDTHREAD_DATA, 'operator-secret')).mode & 0o077).toBe(0);

    const wrong = run('coordinator.ts', [address, cluster], { GOLDTHREAD_OPERATOR_SECRET: 'x'.repeat(43) });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toContain('GOLDTHREAD_OPERATOR_SECRET');
    const unknown = run('coordinator.ts', [address, '0'.repeat(32)]);
    expect(await unknown.ended).toBe(1);
    expect(unknown.said()).toContain('no such cluster');
  });

  it('ends when it is told to, with nothing left listening', async () => {
    expect(await end(first)).toBe(0);
    expect(await portIsFree(port)).toBe(true);
    expect(await portIsFree(port + 1)).toBe(true);
    expect(first.said()).not.toMatch(/error/i);
  });

  it('keeps its data, and opens a browser that has joined', async () => {
    const display = await startDisplay();
    try {
      const second = await start(['--port', `${port}`], display.env);
      const link = linkOf(second);
      expect(clusterOf(link.code)).toBe(cluster);
      expect(second.said()).toContain(`joined as ${readDemoScript().visitor.name}`);
      const records = await changes(address, token);
      expect(records.filter(({ kind }) => kind === 'evidence')).toHaveLength(readDemoScript().evidence.length);
      expect(records.flatMap(({ kind, body }) => (kind === 'member' ? body?.name : []))).toContain(
        readDemoScript().visitor.name,
      );
      expect(await end(second)).toBe(0);
      expect(await portIsFree(port)).toBe(true);
    } finally {
      await display.close();
    }
  });

  it('starts with nothing where that is asked', async () => {
    const empty = await start(['--empty', '--no-browser', '--port', `${port}`]);
    expect(linkIn(empty.said())).toBeUndefined();
    expect(empty.said()).toContain('To create the first cluster');
    const stranger = await fetch(`${address}/api/changes`, {
      method: 'POST',
      body: '{"after":0}',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await stranger.json()).toMatchObject({ code: 'cluster-unknown' });
    expect(await end(empty)).toBe(0);
  });
});
