import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from '../../worker/env.ts';

// What the Worker under test is, for the types of `env` and `exports` of `cloudflare:workers`.
declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      /** From test/vitest.config.ts: the D1 migrations, read on Node. */
      TEST_MIGRATIONS: D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts');
      durableNamespaces: 'ClusterLog';
    }
  }
}
