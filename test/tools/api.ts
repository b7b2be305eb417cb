import type * as z from 'zod/mini';
import { parse } from '../../shared/action.ts';
import { isProblemCode, sentenceOf } from '../../shared/problem.ts';
import { protocol, protocolHeader, WireProblem } from '../../shared/sync.ts';

/** What a Worker would not do, or that it could not be reached. The message is a sentence for a person. */
export class Refused extends Error {
  /** The problem's code; `unreachable` where there was no answer of ours. */
  readonly code: string;

  constructor(code: string, detail?: string) {
    const sentence = isProblemCode(code) ? sentenceOf(code) : 'The Worker did not accept it.';
    super(detail ? `${sentence} (${detail})` : sentence);
    this.code = code;
  }
}

/** Posts to a Worker's API and reads the answer with its schema. Throws {@link Refused}. */
export async function post<T>(
  address: string,
  path: string,
  answer: z.ZodMiniType<T>,
  body: unknown,
  bearer?: string,
): Promise<T> {
  const response = await fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [protocolHeader]: String(protocol),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => {
    throw new Refused('unreachable', address);
  });
  const json: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = parse(answer, json);
    if (parsed.ok) return parsed.value;
    throw new Refused('unreachable', 'an answer that is not Goldthread’s');
  }
  const problem = parse(WireProblem, json);
  throw problem.ok ? new Refused(problem.value.code, problem.value.detail) : new Refused('unreachable', address);
}
