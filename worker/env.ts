import type { ClusterLog } from './log/cluster-log.ts';

/** What the Worker is given: `worker/wrangler.jsonc`, and the owner's secrets. */
export interface Env {
  CLUSTERS: DurableObjectNamespace<ClusterLog>;
  PUBLIC: D1Database;
  /** The built web app. */
  ASSETS: Fetcher;
  ADDRESS_RATE: RateLimit;
  CREATE_RATE: RateLimit;
  QUESTION_RATE: RateLimit;
  JURISDICTION: string;
  ADDRESS_HEADER: string;
  ORIGINS: string;
  MEMBER_RATE: string;
  /** For how many seconds what the public reads is kept in memory. */
  PAGE_SECONDS: string;
  /** Secret, optional: without it anyone may create a cluster here. */
  CREATE_SECRET?: string;
  /** Secret, optional: without it there is no operator. At least 32 characters. */
  OPERATOR_SECRET?: string;
}
