import { describe, expect, it } from 'vitest';
import { removedWords } from '../../../shared/cluster/redact.ts';
import { newId } from '../../../shared/ids.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { carriedEdition, redactEdition, usesAny } from '../../../shared/reviews/edition.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { PublicReview } from '../../../shared/reviews/public-review.ts';
import { correctReview } from '../../../shared/reviews/review.ts';
import { Section } from '../../../shared/reviews/review-kind.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { actorOf, rolesFor } from '../world.ts';
import { ash, coordinator, headOfAsh, indicator, newPartnership, oak, operator, priority } from './partnership.ts';

/** A published edition that cites a piece and names a head. */
function published() {
  const world = newPartnership();
  const reading = world.count(ash, 'ay:2024', 20);
  world.count(oak, 'ay:2024', 30);
  const id = world.draft();
  const piece = world.clip('A finding');
  world.must(world.act(headOfAsh, addCitation, { id: newId(), review: id, priority, part: 'next', evidence: piece }));
  world.must(world.act(headOfAsh, setNaming, { agreed: true }));
  world.sign(id);
  world.must(world.publish(id));
  const { id: edition = '' } = world.get(Edition) ?? {};
  const record = () => world.get(Edition, edition);
  const frozen = () => record()?.body?.frozen as PublicReview;
  const remove = (...refs: object[]) => world.act(operator, redactEdition, { edition, refs });
  return { world, id, edition, record, frozen, remove, piece, reading };
}

describe('edition.redact', () => {
  it('takes a cited piece out, and leaves its number', () => {
    const { world, record, frozen, remove, piece } = published();
    expect(frozen().what[0]?.evidence[0]).toMatchObject({ quote: 'A finding', source: { title: 'A report' } });
    expect(remove({ kind: 'evidence', id: piece })).toBe('ok');
    expect(frozen().what[0]?.evidence).toEqual([{ n: 1, part: 'next', quote: removedWords }]);
    expect(record()?.body?.stamp).toBe(2);
    expect(remove({ kind: 'evidence', id: piece })).toBe('ok');
    expect(record()?.body?.stamp).toBe(2);
    expect(world.act(operator, redactEdition, { edition: newId(), refs: [{ kind: 'evidence', id: piece }] })).toBe(
      'missing',
    );
  });

  it('takes out what was put right, and how it differs wherever a title, an indicator or a figure goes', () => {
    const { world, record, remove, id: review } = published();
    world.must(world.act(coordinator, correctReview, { id: review, rev: world.review(review).rev }));
    const section = world.list(Section).find(({ body }) => body?.part === 'summary');
    const edited = { id: section?.id, rev: section?.rev, text: 'Otherwise.' };
    world.must(world.act(headOfAsh, editSection, edited));
    world.correct(review, 'It named Ben');
    world.sign(review);
    const second = newId();
    world.must(world.publish(review, {}, second));
    const changed = () => world.get(Edition, second)?.body?.frozen.changed;
    const take = (kind: string, id = '') =>
      world.must(world.act(operator, redactEdition, { edition: second, refs: [{ kind, id }] }));
    expect(changed()).toEqual({ note: 'It named Ben', where: ['In short: worded anew'] });
    take('section', world.list(Section).find(({ body }) => body?.part === 'correction')?.id);
    expect(changed()).toEqual({ note: removedWords, where: ['In short: worded anew'] });
    take('priority', newId());
    expect(changed()).toEqual({ note: removedWords, where: [] });
    expect(remove({ kind: 'priority', id: newId() })).toBe('ok');
    expect(record()?.body?.stamp).toBe(1);
  });

  it('takes words, a name and a figure out, each as what it is', () => {
    const { world, frozen, remove, record, reading } = published();
    const section = world.list(Section).find(({ body }) => body?.part === 'summary');
    expect(frozen().signed[0]).toMatchObject({ name: 'Alex Ashworth' });
    expect(frozen().signed[1]).not.toHaveProperty('name');
    const refs = [
      { kind: 'section', id: section?.id },
      { kind: 'member', id: headOfAsh.member },
      { kind: 'reading', id: reading },
      { kind: 'indicator', id: indicator },
      { kind: 'priority', id: priority },
    ];
    expect(usesAny(record()?.body as Edition, refs.slice(1, 2) as never)).toBe(true);
    expect(usesAny(record()?.body as Edition, [{ kind: 'member', id: newId() }])).toBe(false);
    expect(remove(...refs)).toBe('ok');
    const review = frozen();
    expect(review).toMatchObject({ summary: removedWords, what: [{ title: removedWords, alone: removedWords }] });
    expect(review.signed[0]).not.toHaveProperty('name');
    const [measure] = review.what[0]?.indicators ?? [];
    expect(measure).toMatchObject({ name: removedWords, about: removedWords });
    expect(measure?.schools.map(({ points }) => points[0]?.value)).toEqual(['withheld', 30]);
    expect(measure?.totals?.map(({ value }) => value)).toEqual(['withheld']);
    expect(PublicReview.parse(review)).toEqual(review);
    const body = () => ({ edition: newId(), refs });
    expect(rolesFor(redactEdition, body)).toEqual(['operator']);
  });
});

describe('edition.carried', () => {
  it('says up to which stamp the public page has it, and never goes back', () => {
    const { world, edition, record, remove, piece } = published();
    world.must(remove({ kind: 'evidence', id: piece }));
    const carried = (stamp: number, by = operator) => world.act(by, carriedEdition, { edition, stamp, at: 7 });
    expect(carried(2)).toBe('ok');
    expect(record()?.body).toMatchObject({ carried: 2, carriedAt: 7 });
    const { rev } = record() ?? {};
    expect(carried(1)).toBe('ok');
    expect(record()).toMatchObject({ rev, body: { carried: 2 } });
    expect(carried(3)).toBe('not-fitting');
    expect(carried(2, actorOf('coordinator'))).toBe('not-allowed');
  });
});
