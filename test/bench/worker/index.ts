import { Hono } from 'hono';
import { createRates } from '../../../worker/access/rates.ts';
import { app } from '../../../worker/app.ts';
import { clusterStub } from '../../../worker/cluster-stub.ts';
import type { Env } from '../../../worker/env.ts';
import { ClusterLog as Real } from '../../../worker/log/cluster-log.ts';
import { type BenchDatabase, databaseOf, type Statement } from './database.ts';

export { BenchDatabase } from './database.ts';

/** The cluster's object, with a few calls to measure the others by. */
export class ClusterLog extends Real {
  /** Does nothing: what a call to the object costs by itself. */
  empty(): void {}

  /** Writes one row and nothing more: what the object's least durable answer costs. */
  row(): void {
    const { sql } = this.ctx.storage;
    sql.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('bench', ?)", String(Date.now()));
  }
}

interface BenchEnv extends Env {
  DATABASE: DurableObjectNamespace<BenchDatabase>;
}

const stubOf = (env: Env, cluster: string) => clusterStub(env, cluster) as unknown as ClusterLog;

// The same way in as everything else: the app with its middleware, then one call to the object.
app.post('/api/bench/empty/:cluster', async (c) => {
  await stubOf(c.env, c.req.param('cluster')).empty();
  return c.json({});
});

app.post('/api/bench/row/:cluster', async (c) => {
  await stubOf(c.env, c.req.param('cluster')).row();
  return c.json({});
});

/** The id of a cluster's object, as the public database has it. */
app.post('/api/bench/object/:cluster', (c) =>
  c.json({ object: clusterStub(c.env, c.req.param('cluster')).id.toString() }),
);

/** Fills the public database. */
app.post('/api/bench/seed', async (c) => {
  const { DATABASE } = c.env as BenchEnv;
  const statements = (await c.req.json()) as Statement[];
  await (DATABASE.getByName('public') as unknown as BenchDatabase).run(statements);
  return c.json({});
});

/** What one page costs without any of ours: a Hono app with one route, which answers with the same text. */
const bare = new Hono();
let text = '';
bare.put('/bare', async (c) => {
  text = await c.req.text();
  return c.json({});
});
bare.get('/bare', (c) => c.html(text));

// Plain workerd has no such binding. What one address may ask is measured where somebody asks too much, and nowhere else.
const unlimited: RateLimit = { limit: async () => ({ success: true }) };
const questions = createRates(20);
const limited: RateLimit = { limit: async ({ key }) => ({ success: questions.take(key, Date.now()) }) };

export default {
  fetch(request, env, ctx) {
    if (new URL(request.url).pathname === '/bare') return bare.fetch(request, env, ctx);
    return app.fetch(
      request,
      {
        ...env,
        PUBLIC: databaseOf(env.DATABASE),
        ...{ ADDRESS_RATE: unlimited, CREATE_RATE: unlimited, QUESTION_RATE: limited },
        PAGE_SECONDS: request.headers.has('bench-cold') ? '0' : '5',
      },
      ctx,
    );
  },
} satisfies ExportedHandler<BenchEnv>;
