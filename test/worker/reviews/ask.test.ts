import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { issueTicket, openTicket, ticketAge } from '../../../worker/reviews/tickets.ts';
import { dump, inside, newAddress, pullAll } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { fieldOf, newSlug, post } from './partnership.ts';
import { published } from './publishing.ts';

const words = { text: 'Why do so few pupils read at home?', who: 'family', about: '', how: '' };

/** A ticket of a cluster's, of some age. */
const ticketOf = (cluster: string, age: number = ticketAge.least) =>
  inside(cluster, ({ storage: { sql } }) => issueTicket(sql, newId(), Date.now() - age));

const questionsOf = async (token: string) => (await pullAll(token)).records.filter(({ kind }) => kind === 'question');

const linkIn = (html: string) => /\/q\/([0-9a-f]{40})/.exec(html)?.[1] ?? '';

describe('asking', () => {
  it('shows the words once more, then sends them, and gives a link that says how it stands', async () => {
    const { slug, token, cluster } = await published();
    const first = await post(`/${slug}/ask`, words);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const html = await first.text();
    expect(html).toContain(words.text);
    expect(fieldOf(html, 'ticket')).not.toBe('');
    expect(await questionsOf(token)).toEqual([]);
    const sent = await post(`/${slug}/ask/send`, { ...words, ticket: await ticketOf(cluster) });
    expect(sent.status).toBe(200);
    const [question] = await questionsOf(token);
    expect(question?.body).toMatchObject({ text: words.text, who: 'family', how: 'question', state: 'new' });
    const code = linkIn(await sent.text());
    const followed = await callWith({}, `/${slug}/q/${code}`);
    expect(followed.status).toBe(200);
    expect(followed.headers.get('cache-control')).toBe('no-store');
    expect(followed.headers.get('x-robots-tag')).toBe('noindex');
    // What was asked in private stands on no page, not even on this one.
    expect(await followed.text()).not.toContain(words.text);
    expect(JSON.stringify(await dump(cluster))).not.toContain(code);
  });

  it('with the same ticket twice, or twice at once, is asking once', async () => {
    const { slug, token, cluster } = await published();
    const form = { ...words, ticket: await ticketOf(cluster) };
    const answers = await Promise.all([1, 2, 3].map(() => post(`/${slug}/ask/send`, form)));
    const links = await Promise.all(
      [...answers, await post(`/${slug}/ask/send`, form)].map(async (one) => linkIn(await one.text())),
    );
    expect(new Set(links).size).toBe(1);
    expect(links[0]).not.toBe('');
    expect(await questionsOf(token)).toHaveLength(1);
  });

  it('too quickly, too late or with a ticket that is none keeps the words, and they can be sent again', async () => {
    const { slug, token, cluster } = await published();
    const { cluster: other } = await published();
    const late = await ticketOf(cluster, ticketAge.most + 1000);
    const soon = await ticketOf(cluster, 0);
    const forged = (await ticketOf(cluster)).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const ticket of [late, soon, forged, await ticketOf(other), '', 'x.y.z']) {
      const answer = await post(`/${slug}/ask/send`, { ...words, ticket });
      const html = await answer.text();
      expect([answer.status, html.includes(words.text)], ticket).toEqual([422, true]);
      expect(fieldOf(html, 'ticket')).not.toBe('');
    }
    expect(await questionsOf(token)).toEqual([]);
    // A person who was too quick sends the same page once more.
    const page = await (await post(`/${slug}/ask/send`, { ...words, ticket: soon })).text();
    expect(fieldOf(page, 'ticket')).toBe(soon);
  });

  it('says what is in the way, with the words kept', async () => {
    const { slug, token, cluster } = await published();
    const cases: Record<string, string>[] = [
      { ...words, text: 'Why?' },
      { ...words, text: `Why${'?'.repeat(1000)}` },
      { ...words, who: '' },
      { ...words, who: 'nobody' },
      { ...words, text: 'What about the pupil A123456789012 in class 3?' },
      { ...words, who: 'partnership' },
      { ...words, who: 'partnership', from: 'Elsewhere', page: 'javascript:alert(1)' },
      { ...words, website: 'https://spam.example' },
    ];
    for (const fields of cases) {
      for (const path of ['ask', 'ask/send']) {
        const answer = await post(`/${slug}/${path}`, { ...fields, ticket: await ticketOf(cluster) });
        expect(answer.status, JSON.stringify(fields)).toBe(422);
        expect(await answer.text()).toContain('role="alert"');
      }
    }
    expect(await questionsOf(token)).toEqual([]);
  });

  it('looks for what may tell who a child is, and leaves it to the asker', async () => {
    const { slug } = await published();
    const answer = await post(`/${slug}/ask`, { ...words, text: 'My number is 07700 900123, born 3 May 2015. Why?' });
    expect(await answer.text()).toContain('born');
  });

  it('of another partnership says who asks and where it publishes', async () => {
    const { slug, token, cluster } = await published();
    const from = { from: 'Elsewhere\u0007 Cluster', page: 'https://elsewhere.example/cluster' };
    const fields = { ...words, ...from, who: 'partnership', how: 'support', ticket: await ticketOf(cluster) };
    expect((await post(`/${slug}/ask/send`, fields)).status).toBe(200);
    expect((await questionsOf(token))[0]?.body).toMatchObject({
      ...{ who: 'partnership', how: 'support', from: { name: 'Elsewhere  Cluster', url: from.page } },
    });
  });

  it('is text and nothing else, whatever it says', async () => {
    const { slug } = await published();
    const text = '<script>alert(1)</script> "quoted" & more';
    const html = await (await post(`/${slug}/ask`, { ...words, text, about: '"><b>' })).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('"><b>');
  });

  it('is not possible where none are taken, of no partnership, or from another site’s page', async () => {
    const { slug, token, cluster } = await published({}, { questions: false });
    const ticket = await ticketOf(cluster);
    expect((await post(`/${slug}/ask/send`, { ...words, ticket })).status).toBe(409);
    expect((await post(`/${newSlug()}/ask`, words)).status).toBe(404);
    const open = await published();
    const across = { 'sec-fetch-site': 'cross-site' };
    const form = { ...words, ticket: await ticketOf(open.cluster) };
    expect((await post(`/${open.slug}/ask/send`, form, across)).status).toBe(422);
    expect([...(await questionsOf(token)), ...(await questionsOf(open.token))]).toEqual([]);
  });

  it('more than a page’s worth is read no further', async () => {
    const { slug } = await published();
    expect((await post(`/${slug}/ask`, { ...words, text: 'x'.repeat(40_000) })).status).toBe(413);
  });
});

describe('a flood', () => {
  it('from one address is held back there, and keeps nobody else from asking or reading', async () => {
    const { slug, token } = await published();
    const headers = { 'cf-connecting-ip': newAddress() };
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => post(`/${slug}/ask`, words, headers)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(40);
    const held = await post(`/${slug}/ask`, words, headers);
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await held.text()).toContain(words.text);
    expect((await post(`/${slug}/ask`, words)).status).toBe(200);
    expect((await callWith({}, `/${slug}`, { headers })).status).toBe(200);
    expect(await questionsOf(token)).toEqual([]);
  });

  it('of questions from one household leaves the day to everybody else', async () => {
    const { slug, cluster, token } = await published();
    const send = async (address: string) =>
      post(`/${slug}/ask/send`, { ...words, ticket: await ticketOf(cluster) }, { 'cf-connecting-ip': address });
    // One household has the first half of an IPv6 address, however the zeros are written.
    for (const end of ['::1', ':0:0:0:2', ':1:2:3:4', '::5:6', ':a::b']) {
      expect((await send(`2001:db8:${slug.length}:7${end}`)).status, end).toBe(200);
    }
    const held = await send(`2001:0db8:${slug.length}:0007:ffff::1`);
    expect([held.status, (await held.text()).includes('tomorrow')]).toEqual([429, true]);
    expect((await send(`2001:db8:${slug.length}:8::1`)).status).toBe(200);
    expect(await questionsOf(token)).toHaveLength(6);
  });

  it('from many addresses is no more than a cluster’s day holds', async () => {
    const { slug, cluster } = await published();
    await inside(cluster, ({ storage: { sql } }) => {
      for (let i = 0; i < 100; i++) {
        sql.exec('INSERT INTO followers VALUES (?, ?, ?, ?)', `l${i}`, 'h', `q${i}`, Date.now() - i * 1000);
      }
    });
    const full = await post(`/${slug}/ask`, words);
    expect([full.status, (await full.text()).includes('tomorrow')]).toEqual([429, true]);
    expect((await post(`/${slug}/ask/send`, { ...words, ticket: await ticketOf(cluster) })).status).toBe(429);
    await inside(cluster, ({ storage: { sql } }) => {
      sql.exec('UPDATE followers SET asked = asked - 86400000');
    });
    expect((await post(`/${slug}/ask`, words)).status).toBe(200);
  });
});

describe('a ticket', () => {
  it('holds for one question, from when a person can have read the page until it is too old', async () => {
    const { cluster } = await published();
    await inside(cluster, async ({ storage: { sql } }) => {
      const id = newId();
      const ticket = await issueTicket(sql, id, 1000);
      const outcome = async (at: number) => {
        const opened = await openTicket(sql, ticket, at);
        return opened.ok ? opened.value : opened.problem.code;
      };
      expect(await outcome(1000 + ticketAge.least - 1)).toBe('too-many');
      expect(await outcome(1000 + ticketAge.least)).toBe(id);
      expect(await outcome(1000 + ticketAge.most)).toBe(id);
      expect(await outcome(1000 + ticketAge.most + 1)).toBe('form-expired');
    });
  });
});
