import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod/mini';
import { parse } from '../shared/action.ts';
import { Code, clusterOf } from '../shared/cluster/access.ts';
import { fail, ok, type Problem, type Result, sentenceOf, statusOf, thenOf } from '../shared/problem.ts';
import { type ClusterCalls, callCluster } from './cluster-stub.ts';
import type { Env } from './env.ts';

export type App = { Bindings: Env };

/** The one place where a problem becomes HTTP: problem details (RFC 9457) with our stable `code`. */
export function problemResponse(problem: Problem): Response {
  const { code, detail, present } = problem;
  const status = statusOf(code);
  const body = { type: `urn:goldthread:problem:${code}`, title: sentenceOf(code), status, code, detail, present };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (status === 429 || status === 503) headers.set('retry-after', thenOf(code) === 'again' ? '10' : '60');
  return new Response(JSON.stringify(body), { status, headers });
}

/** A result as a response: a value as JSON (a text is JSON already), a problem as above. */
export function respond(result: Result<unknown>): Response {
  if (!result.ok) return problemResponse(result.problem);
  const { value } = result;
  return new Response(typeof value === 'string' ? value : JSON.stringify(value), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

/** Refuses a body over a number of bytes before it is read whole. */
export const limited = (bytes: number) =>
  bodyLimit({ maxSize: bytes, onError: () => problemResponse({ code: 'too-large', detail: String(bytes) }) });

/** Nothing of ours is nested deeper; what is would end the call to the object, which copies it level by level. */
const deepest = 32;

const deeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1)));

/** Reads and parses a body. Errors: `not-json`, `not-valid`, `unknown-field`. */
export async function bodyOf<T>(c: Context<App>, schema: z.ZodMiniType<T>): Promise<Result<T>> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    return fail('not-json');
  }
  if (deeper(json, deepest)) return fail('not-valid');
  return parse(schema, json);
}

/** The token that a request carries. Error: `no-credential`. */
export function tokenOf(c: Context<App>): Result<string> {
  const token = parse(Code, c.req.header('authorization')?.replace(/^Bearer /i, ''));
  return token.ok ? token : fail('no-credential');
}

/** A route for a device: its token is looked at before its body, and both before the cluster is asked. */
export const forDevice =
  <T, B = undefined>(
    schema: z.ZodMiniType<B> | undefined,
    call: (stub: ClusterCalls, token: string, body: B) => Promise<Result<T>>,
  ) =>
  async (c: Context<App>): Promise<Response> => {
    const token = tokenOf(c);
    if (!token.ok) return respond(token);
    const body = schema ? await bodyOf(c, schema) : ok(undefined as B);
    if (!body.ok) return respond(body);
    return respond(await callCluster(c.env, clusterOf(token.value), (stub) => call(stub, token.value, body.value)));
  };
