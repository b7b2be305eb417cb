import { describe, expect, it } from 'vitest';
import { redact, removedWords } from '../../../shared/cluster/redact.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { setContact } from '../../../shared/reviews/contact.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { setPublicity } from '../../../shared/reviews/publicity.ts';
import { amendAnswer, answerQuestion, askQuestion, declineQuestion } from '../../../shared/reviews/question.ts';
import { forgetQuestions, passQuestion } from '../../../shared/reviews/question-gone.ts';
import { declinedDays, Question } from '../../../shared/reviews/question-kind.ts';
import { publicQuestionOf } from '../../../shared/reviews/standing.ts';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { actorOf, newWorld, rolesFor } from '../world.ts';
import { ash, coordinator, headOfAsh, newPartnership, operator } from './partnership.ts';

const words = { text: 'Why did attendance fall?', who: 'family', how: 'question' };
const upn = 'A123456789012';
const answerers = ['coordinator', 'head', 'leader'];
const day = 24 * 60 * 60 * 1000;

/** A partnership that was asked something. */
function asked(more: object = {}) {
  const world = newPartnership();
  world.publishOne();
  const id = newId();
  world.must(world.act(operator, askQuestion, { id, ...words, ...more }));
  const body = () => world.get(Question, id)?.body;
  const answer = (more: object = {}) =>
    world.act(headOfAsh, answerQuestion, { id, rev: 1, public: newId(), text: 'It rose since.', ...more });
  return { world, id, body, answer };
}

describe('question.ask', () => {
  it('takes a question in, private as it is', () => {
    const { body, world } = asked({ about: 'p1' });
    expect(body()).toMatchObject({ ...words, about: 'p1', state: 'new' });
    const from = { name: 'Wear Trust', url: 'https://example.org/wear' };
    const theirs = { ...words, who: 'partnership', how: 'support', from };
    expect(world.act(operator, askQuestion, { id: newId(), ...theirs })).toBe('ok');
  });

  it('takes none before a review is published and every school can be reached, nor once it is withdrawn', () => {
    const world = newPartnership();
    const ask = () => world.act(operator, askQuestion, { id: newId(), ...words });
    expect(ask()).toBe('questions-closed');
    const id = world.publishOne();
    expect(ask()).toBe('ok');
    const school = newId();
    world.must(world.act(coordinator, addSchool, { id: school, name: 'Elm Hill', urn: '100003' }));
    expect(ask()).toBe('questions-closed');
    world.must(world.act(coordinator, setContact, { school, phone: '01642 000000' }));
    expect(ask()).toBe('ok');
    const { rev } = world.review(id);
    world.must(world.act(coordinator, withdrawReview, { id, rev, reason: 'Wrong' }));
    expect(ask()).toBe('questions-closed');
  });

  it('takes none where the partnership takes none, and no pupil’s number', () => {
    const { world } = asked();
    const ask = (more: object) => world.act(operator, askQuestion, { id: newId(), ...words, ...more });
    expect(ask({ text: `What of ${upn} then?` })).toBe('pupil-number');
    expect(ask({ text: 'Too short' })).toBe('not-valid');
    expect(ask({ text: 'x'.repeat(1001) })).toBe('not-valid');
    expect(ask({ about: 'priority' })).toBe('not-valid');
    const { id = '', rev } = world.publicity() ?? {};
    world.must(world.act(coordinator, setPublicity, { id, rev, slug: 'tees-cluster', questions: false }));
    expect(ask({})).toBe('questions-closed');
    expect(newWorld().act(operator, askQuestion, { id: newId(), ...words })).toBe('questions-closed');
    expect(rolesFor(askQuestion, () => ({ id: newId(), ...words }))).toEqual(['operator']);
  });
});

describe('question.answer', () => {
  it('publishes it under another id, in the words that were asked or in milder ones', () => {
    const { world, id, body, answer } = asked();
    expect(world.act(headOfAsh, answerQuestion, { id, rev: 1, public: id, text: 'x' })).toBe('id-reused');
    expect(answer({ text: `Of ${upn}` })).toBe('pupil-number');
    const shown = newId();
    expect(answer({ public: shown, changed: 'We ring home now.' })).toBe('ok');
    expect(body()).toMatchObject({ state: 'answered', answer: { public: shown, asked: words.text } });
    expect(answer({ rev: 2 })).toBe('not-in-state');
    const other = newId();
    world.must(world.act(operator, askQuestion, { id: other, ...words }));
    const again = { id: other, rev: 1, asked: 'Why?', text: 'So.' };
    expect(world.act(headOfAsh, answerQuestion, { ...again, public: shown })).toBe('id-reused');
    expect(world.act(headOfAsh, answerQuestion, { ...again, public: newId() })).toBe('ok');
    const any = () => ({ id: newId(), rev: 1, public: newId(), text: 'x' });
    expect(rolesFor(answerQuestion, any)).toEqual(answerers);
  });
});

describe('what is published of a question', () => {
  it('names no colleague who did not agree, in the answer, the question and what changed', () => {
    const { world, id, body, answer } = asked({ text: 'Why did Mrs Ashworth say no?' });
    world.must(answer({ text: 'Olu Oke looked into it.', changed: 'Cara Coe rings home.' }));
    const nameless = { asked: 'Why did a colleague say no?', text: 'A colleague looked into it.' };
    expect(body()?.answer).toMatchObject({ ...nameless, changed: 'A colleague rings home.' });
    expect(body()?.text).toContain('Ashworth');
    world.must(world.act(coordinator, setNaming, { agreed: true }));
    const words = { asked: 'Why?', text: 'Cara Coe and Mr Oke did.', changed: '' };
    world.must(world.act(headOfAsh, amendAnswer, { id, rev: 2, ...words }));
    expect(body()?.answer).toMatchObject({ asked: 'Why?', text: 'Cara Coe and a colleague did.' });
    expect(world.act(headOfAsh, amendAnswer, { id, rev: 3, text: 'Mr Oke '.repeat(571) })).toBe('ok');
    expect(body()?.answer?.text).toHaveLength(4000);
  });
});

describe('question.amend', () => {
  it('words what is published otherwise, and takes out what changed', () => {
    const { world, id, body, answer } = asked();
    expect(world.act(headOfAsh, amendAnswer, { id, rev: 1, text: 'x' })).toBe('not-in-state');
    world.must(answer({ changed: 'We ring home now.' }));
    world.clock.now += day;
    expect(world.act(coordinator, amendAnswer, { id, rev: 2, asked: 'Why fall?', changed: '' })).toBe('ok');
    expect(body()?.answer).toMatchObject({ asked: 'Why fall?', text: 'It rose since.', edited: world.clock.now });
    expect(body()?.answer?.changed).toBeUndefined();
    expect(world.act(coordinator, amendAnswer, { id, rev: 3, text: upn })).toBe('pupil-number');
  });
});

describe('question.decline', () => {
  it('says why, and takes an answer off the public page', () => {
    const { world, id, body, answer } = asked();
    expect(world.act(headOfAsh, declineQuestion, { id, rev: 1, reason: 'too-hard' })).toBe('not-valid');
    world.must(answer());
    const question = () => publicQuestionOf(body() as Question);
    expect(question()).toBeDefined();
    expect(world.act(headOfAsh, declineQuestion, { id, rev: 2, reason: 'about-a-person' })).toBe('ok');
    expect(body()).toMatchObject({ state: 'declined', declined: { reason: 'about-a-person' } });
    expect(question()).toBeUndefined();
    expect(world.act(headOfAsh, declineQuestion, { id, rev: 3, reason: 'complaint' })).toBe('not-in-state');
    const any = () => ({ id: newId(), rev: 1, reason: 'complaint' });
    expect(rolesFor(declineQuestion, any)).toEqual(answerers);
  });
});

describe('question.pass', () => {
  it('removes the words, wherever they stand', () => {
    const { world, id, body, answer } = asked();
    world.must(answer({ changed: 'We ring home now.' }));
    expect(world.act(headOfAsh, passQuestion, { id, rev: 2, school: newId() })).toBe('missing');
    expect(world.act(headOfAsh, passQuestion, { id, rev: 2, school: ash })).toBe('ok');
    expect(body()).toMatchObject({ state: 'passed', passed: { school: ash }, text: removedWords });
    expect(body()?.answer).toMatchObject({ asked: removedWords, text: removedWords, changed: removedWords });
    expect(world.act(headOfAsh, passQuestion, { id, rev: 4 })).toBe('not-in-state');
  });
});

describe('question.forget', () => {
  it('erases what was declined long enough ago', () => {
    const { world, id } = asked();
    const forget = (...ids: string[]) => world.act(operator, forgetQuestions, { ids });
    expect(forget(id)).toBe('not-fitting');
    world.must(world.act(headOfAsh, declineQuestion, { id, rev: 1, reason: 'complaint' }));
    world.clock.now += declinedDays * day - 1;
    expect(forget(id)).toBe('not-fitting');
    world.clock.now += 1;
    expect(world.act(actorOf('coordinator'), forgetQuestions, { ids: [id] })).toBe('not-allowed');
    expect(world.act(operator, forgetQuestions, { ids: [id, id] })).toBe('ok');
    expect(world.get(Question, id)?.body).toBeNull();
    expect(forget(id)).toBe('ok');
    expect(forget(newId())).toBe('missing');
  });
});

describe('record.redact', () => {
  it('removes a question’s words, published or not', () => {
    const { world, id, body, answer } = asked();
    world.must(answer());
    expect(world.act(coordinator, redact, { kind: 'question', id })).toBe('ok');
    expect(body()).toMatchObject({ text: removedWords, answer: { asked: removedWords, text: removedWords } });
  });
});
