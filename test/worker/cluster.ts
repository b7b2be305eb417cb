import { runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { Action, Answer, Group, SentAction } from '../../shared/action.ts';
import { clusterOf, type Invite, type Issued, type Joined, type Keys, newKeys } from '../../shared/cluster/access.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { newClusterId, newId } from '../../shared/ids.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { Page } from '../../shared/sync.ts';
import type { ClusterLog } from '../../worker/log/cluster-log.ts';

export const origin = 'https://goldthread.test';

export interface Ask {
  method?: string;
  token?: string;
  body?: unknown;
  /** A body that is sent as it is. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

/** A problem as it stands in an answer over HTTP, with the answer's own status. */
export type Refusal = Problem & { type: string; title: string; status: number; httpStatus: number };

let callers = 0;
/** An address that nobody else calls from, so that no rate is shared with another test. */
export const newAddress = (): string => `caller-${++callers}-${newId()}`;

/** A request as the tests make them: JSON, from a caller of its own, POST where there is a body. */
export function requestTo(path: string, { method, token, body, raw, headers }: Ask = {}): Request {
  return new Request(`${origin}${path}`, {
    method: method ?? (body === undefined && raw === undefined ? 'GET' : 'POST'),
    headers: {
      'cf-connecting-ip': newAddress(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(raw !== undefined && { body: raw }),
  });
}

/** Sends a request to the Worker as it runs. */
export const call = (path: string, ask?: Ask): Promise<Response> => exports.default.fetch(requestTo(path, ask));

/** Reads an answer that must be a good one. */
export async function good<T>(response: Response | Promise<Response>): Promise<T> {
  const answer = await response;
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text) as T;
}

/** Reads an answer that must be a problem. */
export async function refusal(response: Response | Promise<Response>): Promise<Refusal> {
  const answer = await response;
  const text = await answer.text();
  expect(answer.headers.get('content-type'), text).toBe('application/problem+json');
  return { ...(JSON.parse(text) as Refusal), httpStatus: answer.status };
}

/** The code of a refusal; for the many tests that want only this. */
export const codeOf = async (response: Response | Promise<Response>): Promise<ProblemCode> =>
  (await refusal(response)).code;

/** The body with which a cluster is created. */
export const founding = (more: object = {}) => ({
  id: newClusterId(),
  name: 'Sandford Hill Cluster',
  word: 'cluster',
  founder: 'Ada Coordinator',
  device: 'Ada’s laptop',
  keys: newKeys(),
  ...more,
});

/** Creates a cluster of its own for a test; the answer is that of its first coordinator's device. */
export const foundCluster = (more: object = {}): Promise<Joined> =>
  good<Joined>(call('/api/clusters', { body: founding(more) }));

/** Makes an invitation; a leader of no school unless told. */
export const invite = (token: string, more: Partial<Invite> = {}): Promise<Issued> =>
  good<Issued>(call('/api/invitations', { token, body: { role: 'leader', schools: [], uses: 1, days: 7, ...more } }));

/** The body with which a code is taken up. */
export const joining = (code: string, more: object = {}) => ({
  code,
  name: 'Ben Leader',
  device: 'Ben’s laptop',
  keys: newKeys(),
  ...more,
});

/** Takes up a code with a device of its own. */
export const join = (code: string, more: { keys?: Keys; name?: string } = {}): Promise<Joined> =>
  good<Joined>(call('/api/join', { body: joining(code, more) }));

/** Invites and lets in one member. */
export const admitMember = async (token: string, more: Partial<Invite> = {}): Promise<Joined> =>
  join((await invite(token, more)).code);

/** An action on its way, with an id of its own. */
export const sent = <Body>(action: Pick<Action<string, Body>, 'name'>, body: Body): SentAction => ({
  id: newId(),
  name: action.name,
  body,
  at: Date.now(),
});

/** Sends groups as one batch. */
export const batch = (token: string, groups: Group[]): Promise<Response> =>
  call('/api/actions', { token, body: { groups } });

/** Sends groups as one batch, and answers with the answer to each action. */
export const act = async (token: string, ...groups: Group[]): Promise<Answer[]> =>
  (await good<{ answers: Answer[] }>(batch(token, groups))).answers;

/** Sends one action alone. */
export async function actOne(token: string, action: SentAction): Promise<Answer> {
  const [answer] = await act(token, [action]);
  if (!answer) throw new Error('No answer');
  return answer;
}

/** What an answer came to: `ok`, or the code of the problem. */
export const outcome = (answer: Answer | undefined): ProblemCode | 'ok' | undefined =>
  answer && (answer.ok ? 'ok' : answer.problem.code);

/** The body of a note without a passage, the least that evidence can be. */
export const noteBody = (note: string, more: object = {}) => ({
  id: newId(),
  passages: [],
  note,
  tags: [],
  priorities: [],
  ...more,
});

/** Saves a note; answers with its id and the action that was sent. */
export async function saveNote(token: string, note: string, more: object = {}) {
  const action = sent(saveEvidence, noteBody(note, more));
  const answer = await actOne(token, action);
  expect(answer, note).toMatchObject({ ok: true });
  return { id: (action.body as { id: string }).id, action, answer };
}

/** One page of changes. */
export const changes = (token: string, after = 0): Promise<Page> =>
  good<Page>(call('/api/changes', { token, body: { after } }));

/** Every record after a cursor, page by page, the newest state of each. */
export async function pullAll(token: string, after = 0) {
  const pages: Page[] = [];
  do pages.push(await changes(token, pages.at(-1)?.seq ?? after));
  while (pages.at(-1)?.more);
  return { pages, records: pages.flatMap((page) => page.records), seq: pages.at(-1)?.seq ?? after };
}

/** The record of a kind and id as a fresh replica would get it. */
export const recordOf = async (token: string, kind: string, id: string) =>
  (await pullAll(token)).records.find((record) => record.kind === kind && record.id === id);

/** The object behind a cluster's id, or behind any of its codes and tokens. */
export const stubOf = (cluster: string) => env.CLUSTERS.getByName(clusterOf(cluster));

/** Runs inside a cluster's object. */
export const inside = <R>(
  cluster: string,
  look: (state: DurableObjectState, instance: ClusterLog) => R | Promise<R>,
): Promise<R> => runInDurableObject(stubOf(cluster), (instance: ClusterLog, state) => look(state, instance));

/** The names of the tables that a cluster's object has. */
export const tablesOf = (cluster: string): Promise<string[]> =>
  inside(cluster, ({ storage: { sql } }) =>
    sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' ORDER BY 1",
      )
      .toArray()
      .map(({ name }) => name),
  );

/** Every table of a cluster as it stands, bytes as UTF-8 text. */
export async function dump(cluster: string): Promise<Record<string, Record<string, SqlStorageValue>[]>> {
  const names = await tablesOf(cluster);
  return inside(cluster, ({ storage: { sql } }) =>
    Object.fromEntries(names.map((name) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray().map(readable)])),
  );
}

const readable = (row: Record<string, SqlStorageValue>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
    ]),
  );

/** The tables in which a text stands, anywhere. */
export async function tablesWith(cluster: string, text: string): Promise<string[]> {
  const within = JSON.stringify(text).slice(1, -1);
  return Object.entries(await dump(cluster))
    .filter(([, rows]) => rows.some((row) => Object.values(row).some((value) => contains(value, text, within))))
    .map(([name]) => name);
}

const contains = (value: SqlStorageValue, ...texts: string[]) =>
  typeof value === 'string' && texts.some((text) => value.includes(text));
