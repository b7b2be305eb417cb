import { describe, expect, it } from 'vitest';
import { Cluster } from '../../../shared/cluster/cluster-kind.ts';
import { School } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { signOffsOwed } from '../../../shared/reviews/owed.ts';
import { Contact, Publicity } from '../../../shared/reviews/public-kind.ts';
import { PublicQuestion, PublicStanding } from '../../../shared/reviews/public-review.ts';
import { amendAnswer, answerQuestion, askQuestion, declineQuestion } from '../../../shared/reviews/question.ts';
import { forgetQuestions, passQuestion } from '../../../shared/reviews/question-gone.ts';
import { declinedDays, Question } from '../../../shared/reviews/question-kind.ts';
import { correctReview } from '../../../shared/reviews/review.ts';
import { Review, Section } from '../../../shared/reviews/review-kind.ts';
import { sceneOf } from '../../../shared/reviews/scene.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { publicQuestionOf, standingOf } from '../../../shared/reviews/standing.ts';
import { withdrawReview } from '../../../shared/reviews/withdraw.ts';
import { ash, coordinator, headOfAsh, newPartnership, oak, operator, type Partnership } from './partnership.ts';

const day = 24 * 60 * 60 * 1000;

/** What the public page says of the partnership; erased questions are among the records, as they are in the log. */
const standing = (world: Partnership) =>
  standingOf({
    clusters: world.list(Cluster),
    schools: world.list(School),
    contacts: world.list(Contact),
    publicities: world.list(Publicity),
    editions: world.list(Edition),
    questions: [...world.records.values()].filter(({ kind }) => kind === Question.kind) as never,
  });

function ask(world: Partnership, more: object = {}): string {
  const id = newId();
  const body = { id, text: 'Why did attendance fall?', who: 'family', how: 'question', ...more };
  world.must(world.act(operator, askQuestion, body));
  return id;
}

describe('what the public page says of the partnership', () => {
  it('is schools with their contacts, and only priorities that were published', () => {
    const world = newPartnership();
    expect(standing(world)).toEqual({
      v: 1,
      name: 'Tees Cluster',
      word: 'cluster',
      schools: [
        { urn: '100001', name: 'Ash Lane', phone: '01642 000000' },
        { urn: '100002', name: 'Oak Road', phone: '01642 000000' },
      ],
      priorities: [],
      open: false,
      questions: { asked: 0, answered: 0, declined: 0, passed: 0, waiting: 0 },
    });
    const id = world.publishOne();
    expect(standing(world).open).toBe(true);
    expect(standing(world).priorities).toEqual([{ key: 'p1', thread: 0, title: 'Attendance' }]);
    expect(PublicStanding.parse(standing(world))).toEqual(standing(world));
    const { rev } = world.review(id);
    world.must(world.act(coordinator, withdrawReview, { id, rev, reason: 'Wrong' }));
    expect(standing(world)).toMatchObject({ priorities: [], open: false });
  });

  it('counts what was asked, also what was erased since, and how long answers took', () => {
    const world = newPartnership();
    world.publishOne();
    const asked = Array.from({ length: 6 }, () => ask(world));
    const answer = (id: string | undefined) =>
      world.must(world.act(headOfAsh, answerQuestion, { id, rev: 1, public: newId(), text: 'So.' }));
    world.clock.now += 2 * day;
    answer(asked[0]);
    world.clock.now += 2 * day;
    answer(asked[1]);
    world.clock.now += 10 * day;
    answer(asked[2]);
    for (const id of asked.slice(3, 5))
      world.must(world.act(headOfAsh, declineQuestion, { id, rev: 1, reason: 'complaint' }));
    world.must(world.act(headOfAsh, passQuestion, { id: asked[5], rev: 1 }));
    ask(world);
    const counts = { asked: 7, answered: 3, declined: 2, passed: 1, waiting: 1, days: 4 };
    expect(standing(world).questions).toEqual(counts);
    world.clock.now += declinedDays * day;
    world.must(world.act(operator, forgetQuestions, { ids: asked.slice(3, 5) }));
    expect(standing(world).questions).toEqual(counts);
  });
});

describe('a question as it is published', () => {
  it('has days, the name of its priority and no id', () => {
    const world = newPartnership();
    world.publishOne();
    const from = { name: 'Wear Trust', url: 'https://example.org/wear' };
    const id = ask(world, { about: 'p1', who: 'partnership', how: 'challenge', from });
    const body = () => world.get(Question, id)?.body as Question;
    expect(publicQuestionOf(body())).toBeUndefined();
    world.clock.now += day;
    const answer = { id, rev: 1, public: newId(), asked: 'Why?', text: 'So.', changed: 'We ring home.' };
    world.must(world.act(headOfAsh, answerQuestion, answer));
    world.clock.now += day;
    world.must(world.act(headOfAsh, amendAnswer, { id, rev: 2, text: 'Because.' }));
    const shown = publicQuestionOf(body(), [{ key: 'p1', thread: 0, title: 'Attendance' }]);
    expect(shown).toEqual({
      v: 1,
      about: { key: 'p1' },
      who: 'partnership',
      how: 'challenge',
      from,
      asked: 'Why?',
      askedOn: '2026-01-12',
      answer: 'Because.',
      answeredOn: '2026-01-13',
      editedOn: '2026-01-14',
      changed: 'We ring home.',
    });
    expect(PublicQuestion.parse(shown)).toEqual(shown);
    const before = { ...shown, about: { key: 'p1', title: 'Attendance' } };
    expect(PublicQuestion.parse(before)).toEqual(before);
    expect(publicQuestionOf(body())).not.toHaveProperty('about');
  });
});

describe('sign-offs that are owed', () => {
  const owed = (world: Partnership) =>
    signOffsOwed({
      ...sceneOf(world),
      reviews: world.list(Review),
    }).map(({ school }) => school);

  it('are those of schools that have not signed what is wholly written', () => {
    const world = newPartnership();
    const review = world.draft();
    expect(owed(world)).toEqual([ash, oak]);
    const wording = world.wording(review);
    world.must(world.act(headOfAsh, signReview, { id: newId(), review, school: ash, how: 'signed', wording }));
    expect(owed(world)).toEqual([oak]);
    const [{ id = '' } = {}] = world.list(Section);
    world.must(world.act(headOfAsh, editSection, { id, rev: 1, text: '' }));
    expect(owed(world)).toEqual([]);
    world.must(world.act(headOfAsh, editSection, { id, rev: 2, text: 'Written' }));
    expect(owed(world)).toEqual([ash, oak]);
    world.sign(review);
    world.must(world.publish(review));
    expect(owed(world)).toEqual([]);
    world.must(world.act(headOfAsh, correctReview, { id: review, rev: 2 }));
    expect(owed(world)).toEqual([]);
    world.correct(review, 'Put right');
    expect(owed(world)).toEqual([ash, oak]);
  });
});
