import { describe, expect, it } from 'vitest';
import { appointActing } from '../../../shared/cluster/acting.ts';
import { withdrawEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { addCitation, dropCitation, mostCited } from '../../../shared/reviews/citation.ts';
import { Citation, Section, SignOff } from '../../../shared/reviews/review-kind.ts';
import { addSection, editSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { actorOf, rolesFor } from '../world.ts';
import { ash, coordinator, headOfAsh, headOfOak, newPartnership, oak, priority } from './partnership.ts';

const writers = ['coordinator', 'head', 'leader'];
const upn = 'A123456789012';

describe('section.add', () => {
  it('writes each part once', () => {
    const world = newPartnership();
    const review = world.draft();
    const part = { review, priority: null, part: 'together', text: 'We met every month.' };
    expect(world.act(headOfAsh, addSection, { id: newId(), ...part })).toBe('ok');
    expect(world.act(headOfOak, addSection, { id: newId(), ...part })).toBe('exists');
    expect(world.act(headOfOak, addSection, { id: newId(), ...part, priority })).toBe('not-valid');
  });

  it('is of the review’s own priorities, and holds no pupil’s number', () => {
    const world = newPartnership();
    const review = world.draft();
    const add = (more: object) =>
      world.act(headOfAsh, addSection, { id: newId(), review, priority: newId(), part: 'next', text: 'x', ...more });
    expect(add({})).toBe('not-fitting');
    expect(add({ review: newId() })).toBe('missing');
    expect(add({ text: `Of ${upn}` })).toBe('pupil-number');
    world.sign(review);
    world.must(world.publish(review));
    expect(add({ priority: null, part: 'together' })).toBe('not-in-state');
    const body = () => ({ id: newId(), review, priority: null, part: 'summary', text: 'x' });
    expect(rolesFor(addSection, body)).toEqual(writers);
  });
});

describe('section.edit', () => {
  it('words a part anew, by whoever writes, one after the other', () => {
    const world = newPartnership();
    world.draft();
    const [{ id = '' } = {}] = world.list(Section);
    expect(world.act(headOfOak, editSection, { id, rev: 1, text: 'Otherwise' })).toBe('ok');
    expect(world.get(Section, id)?.body).toMatchObject({ text: 'Otherwise', edited: { by: headOfOak.member } });
    expect(world.act(headOfAsh, editSection, { id, rev: 1, text: 'Mine' })).toBe('stale');
    expect(world.act(headOfAsh, editSection, { id, rev: 2, text: '' })).toBe('ok');
    expect(world.act(headOfAsh, editSection, { id, rev: 3, text: upn })).toBe('pupil-number');
    expect(world.act(headOfAsh, editSection, { id: newId(), rev: 1, text: '' })).toBe('missing');
  });
});

function cited() {
  const world = newPartnership();
  const review = world.draft();
  const cite = (evidence: string, more: object = {}) =>
    world.act(headOfAsh, addCitation, { id: newId(), review, priority, part: 'happened', evidence, ...more });
  return { world, review, cite };
}

describe('citation.add', () => {
  it('leans a part on a piece, or on some words of it, once', () => {
    const { world, cite } = cited();
    const piece = world.clip('Attendance rose\n  in every school.');
    expect(world.act(headOfAsh, addCitation, {})).toBe('not-valid');
    expect(cite(piece, { exact: 'rose in  every' })).toBe('ok');
    expect(cite(piece)).toBe('exists');
    expect(cite(piece, { part: 'next' })).toBe('ok');
    expect(cite(world.clip('Another'), { exact: 'Not there' })).toBe('not-fitting');
    expect(cite(world.clip('Another'), { exact: `Other ${upn}` })).toBe('pupil-number');
  });

  it('takes nothing that is gone, or was never public', () => {
    const { world, review, cite } = cited();
    expect(cite(newId())).toBe('missing');
    const back = world.clip('Taken back');
    world.must(world.act(headOfAsh, withdrawEvidence, { id: back, rev: 1 }));
    expect(cite(back)).toBe('not-in-state');
    const source = { url: 'https://get-school-improvement-insights.education.gov.uk/x', title: 'Insights' };
    expect(cite(world.clip('Secret', { source }))).toBe('restricted-source');
    const marked = { url: 'https://example.org', title: 'Shared securely', access: 'restricted' };
    expect(cite(world.clip('Secret', { source: marked }))).toBe('restricted-source');
    for (let i = 0; i < mostCited; i++) expect(cite(world.clip(`Piece ${i}`))).toBe('ok');
    expect(cite(world.clip('One more'))).toBe('too-many-cited');
    const body = () => ({ id: newId(), review, priority, part: 'next', evidence: newId() });
    expect(rolesFor(addCitation, body)).toEqual(writers);
  });
});

describe('citation.drop', () => {
  it('lets it go, so that it can be made again', () => {
    const { world, cite } = cited();
    const piece = world.clip('A piece');
    world.must(cite(piece));
    const { id = '' } = world.get(Citation) ?? {};
    expect(world.act(headOfOak, dropCitation, { id, rev: 1 })).toBe('ok');
    expect(world.act(headOfOak, dropCitation, { id, rev: 2 })).toBe('not-in-state');
    expect(world.act(headOfOak, dropCitation, { id: newId(), rev: 2 })).toBe('missing');
    expect(cite(piece)).toBe('ok');
  });
});

describe('review.sign', () => {
  it('is to the wording that was read, with a reservation in words', () => {
    const world = newPartnership();
    const review = world.draft();
    const sign = (more: object = {}, by = headOfAsh) =>
      world.act(by, signReview, { id: newId(), review, school: ash, how: 'signed', wording: 6, ...more });
    expect(sign({ how: 'reservation', wording: world.wording(review) })).toBe('not-valid');
    expect(sign({ how: 'reservation', text: 'We saw less.', wording: world.wording(review) })).toBe('ok');
    expect(world.get(SignOff)?.body).toMatchObject({ school: ash, how: 'reservation', text: 'We saw less.' });
    const [{ id = '' } = {}] = world.list(Section);
    world.must(world.act(headOfOak, editSection, { id, rev: 1, text: 'Otherwise' }));
    expect(sign({ wording: world.wording(review) - 1 })).toBe('stale');
    expect(sign({ how: 'reservation', text: upn, wording: world.wording(review) })).toBe('pupil-number');
  });

  it('is for whoever speaks for the school, while it is written', () => {
    const world = newPartnership();
    const review = world.draft();
    const sign = (by = headOfAsh, school = ash) =>
      world.act(by, signReview, { id: newId(), review, school, how: 'signed', wording: world.wording(review) });
    expect(sign(headOfAsh, oak)).toBe('not-for-school');
    const deputy = actorOf('leader');
    world.must(world.act(coordinator, appointActing, { id: ash, rev: 1, acting: null }));
    expect(sign(deputy)).toBe('not-for-school');
    expect(sign(headOfAsh)).toBe('ok');
    expect(sign(headOfOak, oak)).toBe('ok');
    world.must(world.publish(review));
    expect(sign()).toBe('not-in-state');
    const body = () => ({ id: newId(), review, school: ash, how: 'signed', wording: 1 });
    expect(rolesFor(signReview, body)).toEqual(writers);
  });
});
