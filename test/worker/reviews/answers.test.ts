import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { redact, removedWords } from '../../../shared/cluster/redact.ts';
import { newId } from '../../../shared/ids.ts';
import { amendAnswer, answerQuestion, declineQuestion } from '../../../shared/reviews/question.ts';
import { passQuestion } from '../../../shared/reviews/question-gone.ts';
import { declinedDays } from '../../../shared/reviews/question-kind.ts';
import { readPartnership, readQuestions } from '../../../worker/reviews/public-store.ts';
import { issueTicket, ticketAge } from '../../../worker/reviews/tickets.ts';
import { dump, inside, pullAll } from '../cluster.ts';
import { callWith } from '../other-env.ts';
import { agendaOf, crash, type Public, post, rowsOf, settle, settleLater, without } from './partnership.ts';
import { doing, published } from './publishing.ts';

// What fails is said in the Worker's own log.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const text = 'Why do so few pupils read at home in winter?';

interface Asked extends Public {
  question: string;
  code: string;
}

/** A question that was just asked. */
async function asked(words = text, where?: Public): Promise<Asked> {
  const founded = where ?? (await published());
  const ticket = await inside(founded.cluster, ({ storage: { sql } }) =>
    issueTicket(sql, newId(), Date.now() - ticketAge.least),
  );
  const sent = await post(`/${founded.slug}/ask/send`, {
    ...{ text: words, who: 'family', ticket },
    ...(where && { about: 'p1' }),
  });
  const code = /\/q\/([0-9a-f]{40})/.exec(await sent.text())?.[1] ?? '';
  const question = (await pullAll(founded.token)).records.find(({ kind }) => kind === 'question')?.id ?? '';
  return { ...founded, question, code };
}

const revOf = async ({ token, question }: Asked) =>
  (await pullAll(token)).records.find(({ id }) => id === question)?.rev ?? 0;

async function answered(one: Asked, said: Partial<{ text: string; asked: string }> = {}): Promise<string> {
  const shown = newId();
  const body = { id: one.question, rev: await revOf(one), public: shown, text: 'Because of the dark.', ...said };
  await doing(one.token, answerQuestion, body);
  return shown;
}

const followPage = async ({ slug, code }: Asked) => (await callWith({}, `/${slug}/q/${code}`)).text();

describe('a question', () => {
  it('about a priority keeps nothing of its title once that is removed', async () => {
    const draft = await published();
    const one = await asked(text, draft);
    await answered(one);
    await settle(draft.cluster);
    const page = async () => (await callWith({}, `/${draft.slug}/answers`)).text();
    const stored = async () =>
      JSON.stringify([
        await rowsOf('SELECT * FROM questions WHERE slug = ?', draft.slug),
        await rowsOf('SELECT * FROM partnerships WHERE slug = ?', draft.slug),
      ]);
    expect(await page()).toContain('About ‘Reading at home’');
    await doing(draft.token, redact, { kind: 'priority', id: draft.priority });
    await settle(draft.cluster);
    expect(await page()).toContain(`About ‘${removedWords}’`);
    expect(await page()).not.toContain('Reading at home');
    expect(await stored()).toContain(text);
    expect(await stored()).not.toContain('Reading at home');
  });

  it('with its answer is published under an id of its own, as worded for that, and counted', async () => {
    const one = await asked();
    await settle(one.cluster);
    expect(await readQuestions(env, one.slug)).toEqual([]);
    expect((await readPartnership(env, one.slug))?.standing.questions).toMatchObject({ asked: 1, waiting: 1 });
    const id = await answered(one, { asked: 'Why do few read at home?' });
    await settle(one.cluster);
    expect(await readQuestions(env, one.slug)).toMatchObject([
      { id, question: { asked: 'Why do few read at home?', answer: 'Because of the dark.', who: 'family' } },
    ]);
    expect((await readPartnership(env, one.slug))?.standing.questions).toMatchObject({ answered: 1, waiting: 0 });
    expect(await followPage(one)).toContain('Because of the dark.');
    expect(JSON.stringify(await rowsOf('SELECT * FROM questions'))).not.toContain(one.question);
  });

  it('is carried later where D1 fails or the object ends, in its newest wording, once', async () => {
    const one = await asked();
    await without('questions', async () => {
      await answered(one);
      await doing(one.token, amendAnswer, { id: one.question, rev: await revOf(one), text: 'Because of the rain.' });
      await crash(one.cluster);
      await settleLater(one.cluster);
    });
    await settleLater(one.cluster);
    expect(await readQuestions(env, one.slug)).toMatchObject([{ question: { answer: 'Because of the rain.' } }]);
    expect(await agendaOf(one.cluster)).toEqual([]);
  });

  it('that is declined says why to its asker, leaves the public page, and is erased in time', async () => {
    const one = await asked();
    const id = await answered(one);
    await settle(one.cluster);
    await doing(one.token, declineQuestion, { id: one.question, rev: await revOf(one), reason: 'about-a-person' });
    await settle(one.cluster);
    expect(await readQuestions(env, one.slug)).toEqual([]);
    const [row] = await rowsOf('SELECT * FROM questions WHERE id = ?', id);
    expect(row).toMatchObject({ body: '', about: null, withdrawn: expect.any(Number) });
    expect(await followPage(one)).toContain('about a person');
    // A month passes.
    await inside(one.cluster, ({ storage: { sql } }) => {
      const ago = (declinedDays + 1) * 24 * 60 * 60 * 1000;
      sql.exec(
        "UPDATE records SET body = json_set(body, '$.declined.at', json_extract(body, '$.declined.at') - ?) WHERE kind = 'question'",
        ago,
      );
      sql.exec('UPDATE agenda SET due = due - ?', ago);
    });
    await settle(one.cluster);
    expect(JSON.stringify(await dump(one.cluster))).not.toContain(text);
    expect(await followPage(one)).toContain('was deleted');
    expect((await dump(one.cluster)).agenda?.filter(({ what }) => what === 'questions.forget')).toEqual([]);
    expect((await readPartnership(env, one.slug))?.standing.questions).toMatchObject({ asked: 1, declined: 1 });
  });

  it('that is declined is not erased before it is gone from the public page', async () => {
    const one = await asked();
    await answered(one);
    await settle(one.cluster);
    await without('questions', async () => {
      await doing(one.token, declineQuestion, { id: one.question, rev: await revOf(one), reason: 'abusive' });
      await inside(one.cluster, ({ storage: { sql } }) => {
        sql.exec("UPDATE records SET body = json_set(body, '$.declined.at', 0) WHERE kind = 'question'");
        sql.exec("UPDATE agenda SET due = 1 WHERE what = 'questions.forget'");
      });
      await settle(one.cluster);
      expect(JSON.stringify((await dump(one.cluster)).records)).toContain(text);
    });
    await settleLater(one.cluster);
    expect(await readQuestions(env, one.slug)).toEqual([]);
    await inside(one.cluster, ({ storage: { sql } }) => sql.exec('UPDATE agenda SET due = 1').toArray());
    await settle(one.cluster);
    expect(JSON.stringify((await dump(one.cluster)).records)).not.toContain(text);
  });

  it('that is passed on has no words anywhere from that moment, and its asker is told', async () => {
    const one = await asked('Somebody hurts a child in class 3, please help');
    await answered(one);
    await settle(one.cluster);
    await doing(one.token, passQuestion, { id: one.question, rev: await revOf(one) });
    await settle(one.cluster);
    expect(JSON.stringify(await dump(one.cluster))).not.toContain('hurts a child');
    expect(JSON.stringify(await rowsOf('SELECT * FROM questions'))).not.toContain('hurts a child');
    expect(await followPage(one)).toContain('passed on');
    expect((await readPartnership(env, one.slug))?.standing.questions).toMatchObject({ passed: 1, answered: 0 });
  });
});

describe('the link of a question', () => {
  it('is known by its partnership alone, and a wrong one is none', async () => {
    const one = await asked();
    const { slug: other } = await published();
    expect((await callWith({}, `/${other}/q/${one.code}`)).status).toBe(404);
    for (const code of ['0'.repeat(40), 'x', one.code.slice(1), `${one.code}0`]) {
      expect((await callWith({}, `/${one.slug}/q/${code}`)).status, code).toBe(404);
    }
  });

  it('is kept as a hash, apart from the records and their account', async () => {
    const one = await asked();
    const { followers, records, log } = await dump(one.cluster);
    expect(followers).toHaveLength(1);
    expect(followers?.[0]).not.toHaveProperty('code');
    for (const rows of [records, log, followers]) expect(JSON.stringify(rows)).not.toContain(one.code);
  });
});
