import * as z from 'zod/mini';
import { parse } from '../../shared/action.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { protocol, protocolHeader, WireProblem } from '../../shared/sync.ts';
import type { SeenProblem } from './database.ts';
import type { Sessions } from './session.ts';

/** An answer, or a problem of ours or of a Worker that may be newer than this build. */
export type Answered<T> = { ok: true; value: T } | { ok: false; problem: SeenProblem };

/** Milliseconds after which a request is given up. Nothing is lost: ids make a repetition harmless. */
const patience = 20_000;

interface Request {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** Bytes to put there, in place of a body. */
  bytes?: { type: string; bytes: ArrayBuffer };
  /** Whose credential to send; none for what needs no account. */
  as?: { address: string; token: string };
  signal?: AbortSignal;
}

/** Talks to a Worker. Whatever happens on the way ends as a value. */
export function createClient(doFetch: typeof fetch, sessions: Sessions) {
  async function request<T>(
    address: string,
    path: string,
    answer: z.ZodMiniType<T>,
    { method = 'POST', body, bytes, as, signal }: Request = {},
  ): Promise<Answered<T>> {
    const headers: Record<string, string> = { [protocolHeader]: String(protocol) };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (bytes) headers['content-type'] = bytes.type;
    if (as) headers.authorization = `Bearer ${as.token}`;
    try {
      const timeout = AbortSignal.timeout(patience);
      const response = await doFetch(`${address}/api/${path}`, {
        method: bytes ? 'PUT' : method,
        headers,
        ...(bytes && { body: bytes.bytes }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        cache: 'no-store',
        credentials: 'omit',
        // A school's filter may redirect to its own page; that page is not the cluster.
        redirect: 'error',
      });
      const json: unknown = await response.json();
      if (response.ok) {
        const parsed = parse(answer, json);
        return parsed.ok ? parsed : fail('unreachable', 'answer');
      }
      const problem = parse(WireProblem, json);
      return problem.ok ? { ok: false, problem: problem.value } : fail('unreachable', String(response.status));
    } catch {
      return fail('unreachable');
    }
  }

  return {
    request,
    /** The same with this device's credential. Error besides those of the path: `no-credential`. */
    async authorised<T>(path: string, answer: z.ZodMiniType<T>, options: Request = {}): Promise<Answered<T>> {
      const session = await sessions.current();
      if (!session) return fail('no-credential');
      return request(session.address, path, answer, { ...options, as: session });
    },
    /** Puts bytes there, with this device's credential. */
    async upload(
      path: string,
      { type, bytes, signal }: { type: string; bytes: ArrayBuffer; signal?: AbortSignal },
    ): Promise<Answered<unknown>> {
      const session = await sessions.current();
      if (!session) return fail('no-credential');
      return request(session.address, path, z.unknown(), {
        bytes: { type, bytes },
        as: session,
        ...(signal && { signal }),
      });
    },
    /** Gets bytes from there, with this device's credential. */
    async download(path: string): Promise<Answered<{ type: string; bytes: ArrayBuffer }>> {
      const session = await sessions.current();
      if (!session) return fail('no-credential');
      try {
        const answer = await doFetch(`${session.address}/api/${path}`, {
          headers: { [protocolHeader]: String(protocol), authorization: `Bearer ${session.token}` },
          signal: AbortSignal.timeout(patience),
          credentials: 'omit',
          redirect: 'error',
        });
        if (!answer.ok) return fail('unreachable', String(answer.status));
        return ok({ type: answer.headers.get('content-type') ?? '', bytes: await answer.arrayBuffer() });
      } catch {
        return fail('unreachable');
      }
    },
  };
}

export type Client = ReturnType<typeof createClient>;

/**
 * An address as a person types it, in the form in which it is kept: an origin. Only loopback may do without https.
 * Error: `not-valid`.
 */
export function addressOf(text: string): Result<string> {
  const typed = text.trim();
  const here = /^(127\.0\.0\.1|localhost)(:|$)/i.test(typed);
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `${here ? 'http' : 'https'}://${typed}`);
  const loopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (!url || (url.protocol !== 'https:' && !loopback)) return fail('not-valid', 'address');
  return ok(url.origin);
}
