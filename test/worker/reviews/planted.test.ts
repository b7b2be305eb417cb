import type { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/action.ts';
import { actions } from '../../../shared/actions.ts';
import { newId } from '../../../shared/ids.ts';
import { issueTicket, ticketAge } from '../../../worker/reviews/tickets.ts';
import { dump, inside, pullAll } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { post, rowsOf, settle } from './partnership.ts';
import { type Drafted, doing, drafted, publish } from './publishing.ts';

const mark = 'planted';

/** Does one thing by the name of its action. */
const does = (token: string, name: string, body: object) =>
  doing(token, actions.get(name) as Action<string, object>, body);

/** Puts a marked text into everything that a cluster keeps to itself. */
async function plant({ token, slug, cluster, review, priority, indicator, evidence, schools }: Drafted): Promise<void> {
  const words = (what: string) => `${mark} ${what}`;
  const [challenge, cycle, meeting, tag, draft, school] = [newId(), newId(), newId(), newId(), newId(), schools[0]?.id];
  const all: [name: string, body: object][] = [
    [
      'response.give',
      {
        id: challenge,
        to: { kind: 'evidence', id: evidence },
        how: 'challenge',
        text: words('challenge'),
        members: [],
        schools: [],
      },
    ],
    [
      'response.give',
      {
        id: newId(),
        to: { kind: 'evidence', id: evidence },
        how: 'answer',
        answers: challenge,
        text: words('answer'),
        members: [],
        schools: [],
      },
    ],
    ['evidence.weigh', { id: newId(), evidence, wording: 0, relevant: false, reason: words('reason'), tags: ['t'] }],
    [
      'evidence.save',
      { id: newId(), passages: [], note: words('uncited note'), tags: [words('tag')], priorities: [priority] },
    ],
    ['noticing.record', { id: newId(), school, text: words('noticing'), indicator, priority }],
    ['tag.mark', { id: tag, name: words('marked tag'), group: true }],
    ['search.keep', { id: newId(), name: words('search'), query: 'q' }],
    ['partnership.follow', { id: newId(), name: words('followed'), url: 'https://planted.example', why: words('why') }],
    ['cycle.begin', { id: cycle, question: words('cycle'), priority, members: [], indicators: [indicator] }],
    ['trial.plan', { id: newId(), cycle, school, what: words('trial') }],
    ['meeting.hold', { id: meeting, on: '2026-01-12', title: words('meeting'), present: [], notes: words('minutes') }],
    [
      'activity.plan',
      {
        id: newId(),
        strand: 'review',
        title: words('activity'),
        on: '2026-01-12',
        visitors: [],
        members: [],
        focus: words('focus'),
        priorities: [priority],
      },
    ],
    ['rules.word', { id: newId(), text: words('rules') }],
    ['priority.propose', { id: newId(), title: words('proposal'), alone: words('why together') }],
    ['review.begin', { id: draft, period: 'term:2025:autumn', priorities: [priority] }],
    ['section.add', { id: newId(), review: draft, priority: null, part: 'summary', text: words('draft') }],
    ['section.add', { id: newId(), review: draft, priority, part: 'next', text: words('draft of what is next') }],
  ];
  // Some of it is said in a school's name.
  for (const [name, body] of all) await does('school' in body ? (schools[0]?.head ?? token) : token, name, body);
  const asked: string[] = [];
  for (const what of ['waiting', 'declined', 'taken back', 'passed', 'answered']) {
    const ticket = await inside(cluster, ({ storage: { sql } }) =>
      issueTicket(sql, newId(), Date.now() - ticketAge.least),
    );
    expect((await post(`/${slug}/ask/send`, { text: words(`question, ${what}`), who: 'family', ticket })).status).toBe(
      200,
    );
    const known = (await pullAll(token)).records.filter(({ kind }) => kind === 'question').map(({ id }) => id);
    asked.push(known.find((id) => !asked.includes(id)) ?? '');
  }
  const [, declined, back, passed, answered] = asked;
  const answer = { asked: 'Why so few?', text: 'Because of the dark.' };
  await does(token, 'question.decline', { id: declined, rev: 1, reason: 'complaint' });
  await does(token, 'question.answer', {
    id: back,
    rev: 1,
    public: newId(),
    ...answer,
    text: words('answer taken back'),
  });
  await settle(cluster);
  await does(token, 'question.decline', { id: back, rev: 2, reason: 'about-a-person' });
  await does(token, 'question.pass', { id: passed, rev: 1 });
  await does(token, 'question.answer', { id: answered, rev: 1, public: newId(), ...answer });
  expect(review).not.toBe(draft);
}

/** All of D1, as text. */
async function allOfD1(): Promise<string> {
  const tables = await rowsOf("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*'");
  const rows = await Promise.all(tables.map(({ name }) => rowsOf(`SELECT * FROM "${name}"`)));
  return JSON.stringify(rows);
}

/** Every page that links lead to from a partnership's own, by its path. */
async function everyPage(slug: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [
    `/${slug}`,
    `/${slug}/ask`,
    `/${slug}/answers`,
    `/${slug}/feed.json`,
    `/${slug}/atom.xml`,
    `/${slug}/none`,
  ];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    // A page for the public is made without any cluster's object.
    const text = await (await callWith({ CLUSTERS: nobody }, path)).text();
    pages.set(path, text);
    const links = [...text.matchAll(/(?:href|action)="(?:https:\/\/goldthread\.test)?(\/[^"#]*)/g)].map(
      ([, to = '']) => to,
    );
    waiting.push(...links.filter((to) => to.startsWith(`/${slug}`) && !to.endsWith('/send')));
  }
  return pages;
}

/** A binding that no public GET may touch. */
const nobody = new Proxy({} as typeof env.CLUSTERS, {
  get() {
    throw new Error('A cluster’s object was asked for');
  },
});

describe('what a cluster keeps to itself', () => {
  it('is nowhere in D1 and on no public page: neither words nor names nor ids', async () => {
    const draft = await drafted({
      note: `${mark} note`,
      head: `${mark} Head`,
      reservation: 'We do not share all of it.',
    });
    const { slug, token, cluster, member } = draft;
    // The draft was signed; what else there is was never a part of it.
    const edition = await publish(draft);
    // Its page is there before anybody asks.
    await settle(cluster);
    await plant(draft);
    await settle(cluster);

    const { records } = await pullAll(token);
    const inside = await dump(cluster);
    expect(JSON.stringify(inside).split(mark).length).toBeGreaterThan(30);
    const shown = new Set(
      records.flatMap(({ body }) => (body?.answer as { public?: string } | undefined)?.public ?? []),
    );
    shown.add(edition);
    const ids = new Set<string>([cluster, member]);
    for (const table of ['records', 'log', 'credentials'] as const)
      for (const { id } of inside[table] ?? []) ids.add(String(id));
    for (const id of shown) ids.delete(id);
    expect(ids.size).toBeGreaterThan(100);

    const pages = await everyPage(slug);
    expect([...pages.keys()].filter((path) => /\/(school|sheet)\//.test(path)).length).toBeGreaterThanOrEqual(2);
    const d1 = await allOfD1();
    const object = records.length && (await insideId(cluster));
    for (const words of ['More do, but not everywhere', 'We do not share all of it', 'Because of the dark']) {
      expect(d1).toContain(words);
      expect(
        [...pages.values()].some((text) => text.includes(words)),
        words,
      ).toBe(true);
    }
    for (const [where, text] of [['D1', d1], ...pages] as [string, string][]) {
      expect(text.includes(mark), where).toBe(false);
      for (const id of ids) expect(text.includes(id), `${id} in ${where}`).toBe(false);
      // The object's own id opens nothing, and is still told to nobody.
      if (where !== 'D1') expect(text.includes(String(object)), where).toBe(false);
    }
  });
});

const insideId = (cluster: string) => inside(cluster, (state) => state.id.toString());
