import { app } from '../../../worker/app.ts';
import { clusterStub } from '../../../worker/cluster-stub.ts';
import type { Env } from '../../../worker/env.ts';
import { ClusterLog as Real } from '../../../worker/log/cluster-log.ts';

/** The cluster's object, with two calls to measure the others by. */
export class ClusterLog extends Real {
  /** Does nothing: what a call to the object costs by itself. */
  empty(): void {}

  /** Writes one row and nothing more: what the object's least durable answer costs. */
  row(): void {
    const { sql } = this.ctx.storage;
    sql.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('bench', ?)", String(Date.now()));
  }
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

// Plain workerd has no such binding, and how much one address may ask is not measured here.
const unlimited: RateLimit = { limit: async () => ({ success: true }) };

export default {
  fetch: (request, env, ctx) => app.fetch(request, { ...env, ADDRESS_RATE: unlimited, CREATE_RATE: unlimited }, ctx),
} satisfies ExportedHandler<Env>;
