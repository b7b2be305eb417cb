import { WorkerEntrypoint } from 'cloudflare:workers';
import { app } from './app.ts';
import type { Env } from './env.ts';
import { pageTag } from './reviews/page-tag.ts';

export { ClusterLog } from './log/cluster-log.ts';

/** The Worker: what it answers over HTTP is the app. */
export default class Goldthread extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }

  /**
   * Has the platform's cache, where there is one, forget every page of a partnership. A cluster's object calls it: it
   * cannot do so itself, since each entrypoint has a cache of its own. Nobody reaches it over HTTP.
   */
  async forgetPages(slug: string): Promise<void> {
    await this.ctx.cache?.purge({ tags: [pageTag(slug)] });
  }
}
