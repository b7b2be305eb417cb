import type { DurableObject } from 'cloudflare:workers';
import { fail, type Result } from '../shared/problem.ts';
import type { Env } from './env.ts';
import type { ClusterLog } from './log/cluster-log.ts';

/**
 * What a route may ask of a cluster. The platform's own type of a stub loses values whose shape it cannot follow; what
 * crosses is plain data, which keeps its shape.
 */
export type ClusterCalls = Omit<ClusterLog, keyof DurableObject>;

/** The cluster's object, in the jurisdiction that the configuration names (local workerd knows none). */
export function clusterStub({ CLUSTERS, JURISDICTION }: Env, cluster: string): DurableObjectStub<ClusterLog> {
  const named = JURISDICTION ? CLUSTERS.jurisdiction(JURISDICTION as DurableObjectJurisdiction) : CLUSTERS;
  return named.get(named.idFromName(cluster));
}

/** The object that has this id, as `ctx.id` tells it. */
function stubById({ CLUSTERS, JURISDICTION }: Env, id: string): DurableObjectStub<ClusterLog> {
  const named = JURISDICTION ? CLUSTERS.jurisdiction(JURISDICTION as DurableObjectJurisdiction) : CLUSTERS;
  return named.get(named.idFromString(id));
}

/** What the platform says of a failed call to an object: whether the same call may be made again. */
const mayRepeat = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'retryable' in error &&
  error.retryable === true &&
  !('overloaded' in error && error.overloaded);

/**
 * Calls a cluster's object. A call that broke off in a way that the platform calls retryable is made once more: every
 * call here is safe to repeat, since ids bind what it does. Error besides the call's own: `unreachable`.
 */
export const callCluster = <T>(env: Env, cluster: string, call: Call<T>): Promise<Result<T>> =>
  calling(() => clusterStub(env, cluster), call);

/** The same for a cluster of which only the object's own id is known: the public's way in. */
export const callObject = <T>(env: Env, object: string, call: Call<T>): Promise<Result<T>> =>
  calling(() => stubById(env, object), call);

type Call<T> = (stub: ClusterCalls) => Promise<Result<T>>;

async function calling<T>(stubOf: () => unknown, call: Call<T>): Promise<Result<T>> {
  const calls = () => stubOf() as ClusterCalls;
  try {
    return await call(calls());
  } catch (error) {
    if (!mayRepeat(error)) return broken(error);
  }
  try {
    return await call(calls());
  } catch (error) {
    return broken(error);
  }
}

function broken(error: unknown): Result<never> {
  console.error('cluster', error instanceof Error ? error.message : 'failed');
  return fail('unreachable');
}
