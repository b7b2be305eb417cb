import { protocolHeader } from '../../../../shared/sync.ts';
import { app } from '../../../../worker/app.ts';
import type { Env } from '../../../../worker/env.ts';
import { problemResponse } from '../../../../worker/http.ts';
import { ClusterLog as Present } from '../../../../worker/log/cluster-log.ts';
import { newerActions } from '../newer.ts';

/** The real object with the catalogue of a newer build. */
export class ClusterLog extends Present {
  protected override readonly known = newerActions;
}

/** The real Worker, which understands no protocol older than `OLDEST` any more. */
export default {
  fetch(request, env, ctx) {
    const named = request.headers.get(protocolHeader);
    if (named !== null && Number(named) < Number(env.OLDEST ?? 1)) return problemResponse({ code: 'update-needed' });
    return app.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env & { OLDEST?: string }>;
