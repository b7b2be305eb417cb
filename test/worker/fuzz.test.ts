import { exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { newId } from '../../shared/ids.ts';
import { foundCluster, founding, invite, joining, noteBody, origin, pullAll, sent } from './cluster.ts';
import { callWith, operatorSecret } from './other-env.ts';

/** Things that programs stumble over. */
const odd = [
  ...[null, true, 0, -0, -1, 0.5, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', '\u202e', '0', 'null', '__proto__'],
  ...['constructor', '../..', "'; DROP TABLE log; --", '%00', '𝕏'.repeat(500), 'x'.repeat(20_000)],
  ...[[], {}, [[]], JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": null}')],
];
const junk = fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }));

/** Changes a value somewhere within: a part of it becomes junk, goes, or gets company. */
function mutate(value: unknown, path: number[], how: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as { [key: string]: unknown };
  if (key === undefined || (how === 0 && path.length === 1)) copy[typeof by === 'string' ? by : 'more'] = by;
  else if (how === 1 && path.length === 1) delete copy[key];
  else copy[key] = mutate(copy[key], path.slice(1), how, by);
  return copy;
}
const mutation = fc.record({
  path: fc.array(fc.nat(20), { maxLength: 6 }),
  how: fc.nat(2),
  by: junk,
});

/** A cluster with something of everything, and what can rightly be asked of it: each a path and a body. */
async function nearlyValid() {
  const { token, cluster, member } = await foundCluster();
  const priority = newId();
  const { code } = await invite(token, { uses: 100 });
  const evidence = noteBody('x', {
    priorities: [priority],
    passages: [{ exact: 'a', prefix: '', suffix: '', start: 0, end: 1 }],
    source: {
      url: 'https://example.org',
      title: 't',
      kind: 'research',
      doi: '10.5555/a',
      urn: '100000',
      access: 'restricted',
    },
    image: { blob: 'a'.repeat(64), alt: '' },
    table: { caption: 'c', columns: ['a', 'b'], rows: [['1', '2']] },
    tags: ['t'],
  });
  const [school, purpose, value, rules, followed] = [newId(), newId(), newId(), newId(), newId()];
  const [indicator, reading, noticing, tag] = [newId(), newId(), newId(), newId()];
  const source = { url: 'https://example.org', title: 't' };
  const plans = { review: { plan: 'p', who: 'w' }, investment: { plan: 'p', who: 'w' } };
  const details = { title: 't', description: 'd', alone: 'a', plans, starts: '2025-09-01', review: '2028-07-01' };
  const about = { about: 'a', source, priorities: [priority], due: [{ month: 10, part: 'year' }] };
  const at = { indicator, school, period: 'ay:2024' };
  const piece = { kind: 'evidence', id: evidence.id };
  const [response, search, activity, cycle, trial] = [newId(), newId(), newId(), newId(), newId()];
  const [gathering, meeting, decision, weighing] = [newId(), newId(), newId(), newId()];
  const [publicity, review, section, citation, edition, question] = Array.from({ length: 6 }, () => newId());
  const of = { review, priority, part: 'next' };
  const visit = { on: '2026-01-12', visitors: [school], members: [member], focus: 'f' };
  const bodies: { [name: string]: object } = {
    'cluster.found': { id: cluster, name: 'n', word: 'cluster', demo: true },
    'cluster.edit': { id: cluster, rev: 1, name: 'n', word: 'hub', retention: 5 },
    'member.edit': { id: member, rev: 1, name: 'n', role: 'coordinator', schools: [] },
    // Somebody who is not there: the one who asks is needed for what follows.
    'member.leave': { id: newId() },
    'member.forget': { id: newId() },
    'evidence.expire': { ids: [evidence.id] },
    'member.admit': { id: newId(), name: 'n', role: 'leader', schools: [newId()] },
    'school.add': { id: school, name: 'n', urn: '100001', before: ['100004'] },
    'record.redact': { kind: 'evidence', id: evidence.id },
    'priority.propose': { id: priority, ...details },
    'school.edit': { id: school, rev: 1, name: 'n', urn: '100002', before: ['100003'] },
    'school.mark': { id: school, rev: 1, away: { how: 'absent', reason: 'r' } },
    'school.appoint': { id: school, rev: 1, acting: member },
    'purpose.word': { id: purpose, text: 't' },
    'purpose.affirm': { id: newId(), purpose, school },
    'value.add': { id: value, title: 't', adopt: ['a'], refuse: ['b'] },
    'value.edit': { id: value, rev: 1, title: 't', adopt: ['a'], refuse: ['b'], retired: true },
    'rules.word': { id: rules, text: 't' },
    'rules.accept': { id: newId(), rules },
    'partnership.follow': { id: followed, name: 'n', url: 'https://example.org', why: 'w' },
    'partnership.edit': { id: followed, rev: 1, name: 'n', why: 'w', ended: true },
    'priority.edit': { id: priority, rev: 1, ...details },
    'priority.drop': { id: priority, rev: 1, reason: 'r' },
    'priority.revive': { id: priority, rev: 1 },
    'priority.close': { id: priority, rev: 1, learned: 'l', kept: 'k' },
    'priority.agree': { id: newId(), priority, school, wording: 0 },
    'priority.object': { id: newId(), priority, school, wording: 0, objection: 'o' },
    'priority.confirm': { id: priority, rev: 1 },
    'priority.adopt': { id: priority, rev: 1, on: '2025-09-01', minuted: 'm' },
    'indicator.add': { id: indicator, name: 'n', unit: 'percent', direction: 'up', ...about, schools: [school] },
    'indicator.edit': { id: indicator, rev: 1, name: 'n', retired: true, ...about, schools: null },
    'reading.enter': { id: reading, ...at, value: 50, status: 'own', cohort: 60, numerator: 30, source, note: 'n' },
    'reading.withdraw': { id: reading, rev: 1 },
    'baseline.set': { id: newId(), indicator, school, reading },
    'target.set': { id: newId(), ...at, value: 60 },
    'stretch.set': { id: newId(), ...at, value: 70, contribution: 'c' },
    'noticing.record': { id: noticing, school, text: 't', indicator, priority },
    'noticing.edit': { id: noticing, rev: 1, text: 't' },
    'tag.mark': { id: tag, name: 't', group: true },
    'tag.edit': { id: tag, rev: 1, group: false },
    'evidence.weigh': { id: weighing, evidence: evidence.id, wording: 0, relevant: false, reason: 'r', tags: ['t'] },
    'weighing.take-back': { id: weighing, rev: 1 },
    'response.give': { id: response, to: piece, how: 'challenge', text: 't', members: [member], schools: [school] },
    'response.edit': { id: response, rev: 1, text: 't' },
    'search.keep': { id: search, name: 'n', query: 'q' },
    'search.edit': { id: search, rev: 1, name: 'n', dropped: true },
    'activity.plan': { id: activity, strand: 'review', title: 't', host: school, ...visit, priorities: [priority] },
    'activity.edit': { id: activity, rev: 1, title: 't', saw: 's', willDo: 'w', calledOff: true, ...visit },
    'activity.reply': { id: activity, rev: 1, host: school, text: 't' },
    'cycle.begin': { id: cycle, question: 'q', priority, members: [member], indicators: [indicator] },
    'cycle.edit': { id: cycle, rev: 1, question: 'q', stage: 'act', reflection: 'r', ends: '2026-07-01' },
    'cycle.close': { id: cycle, rev: 1, verdict: 'adapt', reflection: 'r', tell: 't' },
    'trial.plan': { id: trial, cycle, school, what: 'w' },
    'trial.record': { id: trial, rev: 1, cycle, school, what: 'w', did: 'd', on: '2026-01-12' },
    'evidence.gather': { id: gathering, in: { kind: 'cycle', id: cycle }, evidence: evidence.id, stage: 'act' },
    'evidence.let-go': { id: gathering, rev: 1 },
    'meeting.hold': { id: meeting, on: '2026-01-12', title: 't', present: [member], notes: 'n' },
    'meeting.edit': { id: meeting, rev: 1, on: '2026-01-11', title: 't', present: [member], notes: 'n' },
    'decision.record': { id: decision, text: 't', why: 'w', about: piece, priority, meeting, owner: member },
    'decision.finish': { id: decision, rev: 1, outcome: 'o' },
    'tag.describe': { id: tag, rev: 1, name: 'n', definition: 'd', examples: 'e', parent: tag, retired: true },
    'tag.merge': { id: tag, rev: 1, into: tag },
    'publicity.set': { id: publicity, slug: 'tees-valley', questions: true },
    'publicity.settle': { slug: 'tees-valley', taken: false },
    'contact.set': { school, phone: '01642 000000', email: 'a@b.example', url: 'https://example.org' },
    'naming.set': { agreed: true },
    'review.begin': { id: review, period: 'ay:2025', priorities: [priority] },
    'review.refresh': { id: review, rev: 1 },
    'review.discard': { id: newId(), rev: 1 },
    'review.correct': { id: review, rev: 1 },
    'review.cease': { id: review, rev: 1 },
    'review.withdraw': { id: review, rev: 1, reason: 'r' },
    'section.add': { id: section, ...of, text: 't' },
    'section.edit': { id: section, rev: 1, text: 't' },
    'citation.add': { id: citation, ...of, evidence: evidence.id, exact: 'a' },
    'citation.drop': { id: citation, rev: 1 },
    'review.sign': { id: newId(), review, school, how: 'reservation', text: 't', wording: 1 },
    'review.publish': { id: edition, review, rev: 1, wording: 1, confirmed: ['k'] },
    'edition.redact': { edition, refs: [piece] },
    'edition.carried': { edition, stamp: 1, at: 1 },
    'question.ask': { id: question, about: 'p1', text: 'Why is that so?', who: 'family', how: 'question' },
    'question.answer': { id: question, rev: 1, public: newId(), asked: 'a', text: 't', changed: 'c' },
    'question.amend': { id: question, rev: 1, asked: 'a', text: 't', changed: 'c' },
    'question.decline': { id: question, rev: 1, reason: 'complaint' },
    'question.pass': { id: question, rev: 1, school },
    'question.forget': { ids: [question] },
    'evidence.save': evidence,
    'evidence.edit': { id: evidence.id, rev: 1, note: 'n', tags: [], priorities: [priority], stance: null },
    'evidence.withdraw': { id: evidence.id, rev: 1 },
    'evidence.reinstate': { id: evidence.id, rev: 1 },
  };
  expect(Object.keys(bodies).sort()).toEqual([...actions.keys()].sort());
  const groups = () => Object.entries(bodies).map(([name, body]) => [sent({ name }, body)]);
  const entries = () => groups().map(([one]) => ({ ...one, by: member }));
  const asks: [path: string, body: () => unknown][] = [
    ['/api/actions', () => ({ groups: [...groups(), groups().flat()] })],
    ['/api/history', () => ({ kind: 'evidence', id: evidence.id })],
    ['/api/clusters', () => founding({ demo: true, secret: 's' })],
    ['/api/look', () => ({ code })],
    ['/api/join', () => joining(code)],
    ['/api/invitations', () => ({ role: 'head', schools: [], uses: 1, days: 1 })],
    ['/api/invitations/revoke', () => ({ invitation: newId() })],
    ['/api/invitations/reissue', () => ({ invitation: newId() })],
    ['/api/export', () => ({ about: 'member', id: member, after: { part: 'log', a: 0, b: 0 } })],
    ['/api/devices/link', () => ({})],
    ['/api/devices/revoke', () => ({ device: newId() })],
    ['/api/recovery', () => ({})],
    ['/api/operator/coordinator', () => ({ cluster })],
    ['/api/operator/restore', () => ({ cluster, entries: entries() })],
  ];
  // The way in for everything that anyone does gets its share.
  const [act] = asks.slice(0, 1);
  return { token, asks: act ? [act, act, act, act, ...asks] : asks };
}

/** An answer that is one: no mistake of ours, and a problem that has the form of one. */
async function expectAnswer(response: Response, about: string): Promise<void> {
  response.webSocket?.accept();
  response.webSocket?.close();
  expect(response.status, about).toBeLessThan(500);
  const text = await response.text();
  expect(text, about).not.toMatch(/"code":"(server-error|unreachable)"/);
  if (response.status < 400 || text === '') return;
  // What might be a partnership's address is answered by a page for people; the API never is.
  const type = response.headers.get('content-type');
  if (type === 'text/html; charset=utf-8' && !about.includes('"/api')) return expect(text, about).toContain('<h1>');
  expect(response.headers.get('content-type'), about).toBe('application/problem+json');
  expect(JSON.parse(text), about).toMatchObject({ status: response.status });
}

/** Sends bytes that may be anything; what no request can be made of is passed over. */
async function sendRaw(method: string, path: string, headers: object, body?: BodyInit): Promise<Response | undefined> {
  let request: Request;
  try {
    const takesBody = method !== 'GET' && method !== 'HEAD';
    request = new Request(origin + path, { method, headers: new Headers({ ...headers }), ...(takesBody && { body }) });
  } catch {
    return undefined;
  }
  return exports.default.fetch(request);
}

describe('no input makes a mistake of ours', () => {
  it('nor do bodies that are nearly right', async () => {
    const { token, asks } = await nearlyValid();
    const property = fc.asyncProperty(
      fc.constantFrom(...asks),
      mutation,
      async ([path, make], { path: at, how, by }) => {
        const body = mutate(make(), at, how, by);
        const operator = path.startsWith('/api/operator');
        const answer = callWith({ OPERATOR_SECRET: operatorSecret }, path, {
          token: operator ? operatorSecret : token,
          ...(body !== undefined && { body }),
        });
        await expectAnswer(await answer, JSON.stringify([path, body])?.slice(0, 2000));
      },
    );
    await fc.assert(property, { numRuns: 400 });
    // The cluster is whole, and every page of it is one that clients understand.
    expect((await pullAll(token)).records.length).toBeGreaterThan(1);
  });

  it('nor do paths, methods, headers and bytes at random', async () => {
    const { token, asks } = await nearlyValid();
    const paths = [...asks.map(([path]) => path), '/api/changes', '/api/live', '/api/about', '/join'];
    const path = fc.oneof(
      fc.constantFrom(...paths, `/api/blobs/${'a'.repeat(64)}`, '/api/blobs/%E0%A4%A', '/api/blobs/%2e%2e%2f'),
      fc.webPath({ size: 'small' }),
      fc.string({ unit: 'binary' }).map((text) => `/api/${text}`),
      fc.string().map((text) => `/api/changes?${text}`),
    );
    const value = fc.oneof(fc.string(), fc.constantFrom(`Bearer ${token}`, 'websocket', '1', '0', 'image/png', '*'));
    const names = ['authorization', 'content-type', 'upgrade', 'origin', 'goldthread-protocol', 'accept-encoding'];
    const name = fc.constantFrom(
      ...names,
      'cf-connecting-ip',
      'sec-websocket-protocol',
      'access-control-request-method',
    );
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json(), fc.constant(undefined));
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
    const headers = fc.dictionary(name, value, { maxKeys: 6 });
    const property = fc.asyncProperty(method, path, headers, bytes, async (verb, to, given, body) => {
      const answer = await sendRaw(verb, to, given, body as BodyInit | undefined);
      if (answer) await expectAnswer(answer, JSON.stringify([verb, to, given]));
    });
    await fc.assert(property, { numRuns: 400 });
  });

  it('nor do images that are none', async () => {
    const { token } = await foundCluster();
    const hash = fc.oneof(fc.constant('a'.repeat(64)), fc.string({ unit: 'binary' }).map(encode));
    const property = fc.asyncProperty(hash, fc.uint8Array(), fc.string(), async (name, bytes, type) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const answer = await sendRaw('PUT', `/api/blobs/${name}`, headers, new Uint8Array(bytes));
      if (answer) await expectAnswer(answer, JSON.stringify([name, type]));
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('nor do offers for a live socket', async () => {
    const { token } = await foundCluster();
    const part = fc.oneof(fc.string(), fc.constantFrom('goldthread.1', 'token.', `token.${token}`, ',', 'token'));
    const property = fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
      const headers = { upgrade: 'websocket', 'sec-websocket-protocol': parts.join(', ') };
      const answer = await sendRaw('GET', '/api/live', headers);
      if (answer) await expectAnswer(answer, JSON.stringify(parts));
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

const encode = (text: string) => encodeURIComponent(text.toWellFormed());
