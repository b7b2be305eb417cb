import { app } from '../../../worker/app.ts';
import type { Env } from '../../../worker/env.ts';
import { ClusterLog } from '../../../worker/log/cluster-log.ts';

export { ClusterLog };

/** The real Worker, whose D1 a test fills over `POST /api/seed`: statements, each with what is bound to it. */
export default {
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname !== '/api/seed') return app.fetch(request, env, ctx);
    const rows = (await request.json()) as [string, ...unknown[]][];
    for (const [sql, ...bound] of rows)
      await env.PUBLIC.prepare(sql)
        .bind(...bound)
        .run();
    return new Response(null, { status: 204 });
  },
} satisfies ExportedHandler<Env>;
