import { createServer } from 'node:net';
import { join } from 'node:path';
import { unstable_startWorker } from 'wrangler';
import { migrateDatabase } from './local-database.ts';

const root = join(import.meta.dirname, '../..');

export interface LocalWorkerOptions {
  /** 0 takes any free port. */
  port: number;
  /** The folder in which the Worker's data is kept. */
  data: string;
  /** Vars and secrets besides those of `worker/wrangler.jsonc`. */
  vars?: Record<string, string>;
  /** The module that is run in place of `worker/index.ts`: for tests, a build of another age. */
  entry?: string;
}

/** A Worker on this machine's workerd. */
export interface LocalWorker {
  address: string;
  stop(): Promise<void>;
}

/** Whether a port of 127.0.0.1 can be listened on. */
export const portIsFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * Starts the real Worker on local workerd, on loopback only. Callers' addresses are not trusted there (anyone can set
 * the header), and local workerd knows no jurisdiction.
 */
export async function startLocalWorker({ port, data, vars = {}, entry }: LocalWorkerOptions): Promise<LocalWorker> {
  // Nothing about this machine is sent to anyone, and no traces of addresses and SQL stay in the data folder.
  process.env.WRANGLER_SEND_METRICS = 'false';
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
  process.env.X_LOCAL_OBSERVABILITY = 'false';
  const bindings = { JURISDICTION: '', ADDRESS_HEADER: '', ...vars };
  const config = join(root, 'worker/wrangler.jsonc');
  await migrateDatabase(config, data);
  const worker = await unstable_startWorker({
    config,
    ...(entry && { entrypoint: entry }),
    bindings: Object.fromEntries(
      Object.entries(bindings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]),
    ),
    dev: {
      server: { hostname: '127.0.0.1', port },
      persist: data,
      inspector: false,
      watch: false,
      logLevel: 'error',
    },
  });
  await worker.ready;
  const url = await worker.url;
  return { address: url.origin, stop: () => worker.dispose() };
}
