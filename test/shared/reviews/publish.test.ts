import { describe, expect, it } from 'vitest';
import { addSchool, markSchool } from '../../../shared/cluster/schools.ts';
import { newId } from '../../../shared/ids.ts';
import { keyOf } from '../../../shared/record.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { Contact } from '../../../shared/reviews/public-kind.ts';
import { PublicReview } from '../../../shared/reviews/public-review.ts';
import { setPublicity, settlePublicity } from '../../../shared/reviews/publicity.ts';
import { publishReview } from '../../../shared/reviews/publish.ts';
import { correctReview } from '../../../shared/reviews/review.ts';
import { Section } from '../../../shared/reviews/review-kind.ts';
import { editSection } from '../../../shared/reviews/section.ts';
import { rolesFor } from '../world.ts';
import { ash, coordinator, headOfAsh, headOfOak, newPartnership, oak, operator, priority } from './partnership.ts';

/** A draft that can be published. */
function signed() {
  const world = newPartnership();
  world.count(ash, 'ay:2024', 20);
  world.count(oak, 'ay:2024', 30);
  const id = world.draft();
  world.sign(id);
  const codes = () => world.prepare(id).hindrances;
  return { world, id, codes };
}

describe('review.publish', () => {
  it('freezes what every school signed', () => {
    const { world, id, codes } = signed();
    expect(codes()).toEqual([]);
    expect(world.publish(id)).toBe('ok');
    const edition = world.get(Edition)?.body;
    expect(edition).toMatchObject({ review: id, slug: 'tees-cluster', path: '2025-26', n: 1, stamp: 1 });
    expect(PublicReview.parse(edition?.frozen)).toEqual(edition?.frozen);
    expect(world.review(id).body).toMatchObject({ state: 'published', editions: 1 });
    // What is frozen is what is told, and nothing else: no id is in it.
    expect(JSON.stringify(edition?.frozen)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('is done once, whoever else does it at the same time', () => {
    const { world, id } = signed();
    const { wording, changes } = world.prepare(id);
    const confirmed = changes.map(({ key }) => key);
    const body = { id: newId(), review: id, rev: 1, wording, confirmed };
    expect(world.act(coordinator, publishReview, body)).toBe('ok');
    expect(world.act(headOfAsh, publishReview, { ...body, id: newId() })).toBe('not-in-state');
    world.must(world.act(coordinator, correctReview, { id, rev: 2 }));
    expect(world.act(headOfAsh, publishReview, { ...body, id: newId() })).toBe('stale');
    expect(world.list(Edition)).toHaveLength(1);
  });

  it('waits for a signature to these very words of every school that takes part', () => {
    const { world, id, codes } = signed();
    const [{ id: section = '', rev = 0 } = {}] = world.list(Section);
    const old = world.wording(id);
    world.must(world.act(headOfOak, editSection, { id: section, rev, text: 'Otherwise' }));
    expect(codes()).toEqual([
      { code: 'not-signed', detail: ash },
      { code: 'not-signed', detail: oak },
    ]);
    expect(world.publish(id)).toBe('not-signed');
    world.sign(id);
    expect(world.publish(id, { wording: old })).toBe('stale');
    const elm = newId();
    world.must(world.act(coordinator, addSchool, { id: elm, name: 'Elm', urn: '100003' }));
    // Its name and figures would stand there: nobody has signed that.
    expect(codes()).toEqual([
      { code: 'no-contact', detail: elm },
      ...[ash, oak, elm].map((detail) => ({ code: 'not-signed', detail })),
    ]);
    expect(world.publish(id)).toBe('no-contact');
    const away = { how: 'absent', reason: 'No head at present' };
    world.must(world.act(coordinator, markSchool, { id: elm, rev: 1, away }));
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
    expect(world.get(Edition)?.body?.frozen.signed.map(({ how }) => how)).toEqual(['signed', 'signed', 'absent']);
  });

  it('waits for an address, contacts while questions are taken, and every part', () => {
    const { world, id } = signed();
    const { id: publicity = '' } = world.publicity() ?? {};
    world.must(world.act(coordinator, setPublicity, { id: publicity, rev: 2, slug: 'tees' }));
    expect(world.publish(id)).toBe('no-address');
    world.must(world.act(operator, settlePublicity, { slug: 'tees', taken: true }));
    expect(world.publish(id)).toBe('no-address');
    world.must(world.act(coordinator, setPublicity, { id: publicity, rev: 4, slug: 'tees-2' }));
    world.must(world.act(operator, settlePublicity, { slug: 'tees-2', taken: false }));
    world.records.delete(keyOf({ kind: Contact.kind, id: oak }));
    expect(world.publish(id)).toBe('no-contact');
    const { rev = 0 } = world.publicity() ?? {};
    world.must(world.act(coordinator, setPublicity, { id: publicity, rev, slug: 'tees-2', questions: false }));
    const sections = world.list(Section);
    const first = sections.find(({ body }) => body?.part === 'next');
    world.must(world.act(headOfAsh, editSection, { id: first?.id, rev: 1, text: '' }));
    world.sign(id);
    expect(world.prepare(id).hindrances).toEqual([{ code: 'nothing-written', detail: priority }]);
    expect(world.publish(id)).toBe('nothing-written');
    world.must(world.act(headOfAsh, editSection, { id: first?.id, rev: 2, text: 'More' }));
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
  });

  it('asks a person to confirm exactly what is changed for it', () => {
    const { world, id } = signed();
    const text = 'Ask Alex Ashworth, whose pupil: Sam Smith came back.';
    const [{ id: section = '' } = {}] = world.list(Section);
    world.must(world.act(headOfOak, editSection, { id: section, rev: 1, text }));
    world.sign(id);
    const keys = world.prepare(id).changes.map(({ key }) => key);
    expect(world.prepare(id).changes.map(({ what }) => what)).toEqual(['name-removed', 'look']);
    for (const confirmed of [[], keys.slice(1), [...keys, 'more'], keys.map((key) => `${key}x`)])
      expect(world.publish(id, { confirmed })).toBe('not-confirmed');
    expect(world.publish(id, { confirmed: keys })).toBe('ok');
    const [said] = world.get(Edition)?.body?.frozen.what[0]?.parts ?? [];
    expect(said?.text).toBe('Ask a colleague, whose pupil: Sam Smith came back.');
  });

  it('refuses a source that turned out not to be public, and a pupil’s number wherever it stands', () => {
    const { world, id } = signed();
    const piece = world.clip('A finding');
    world.must(world.act(headOfAsh, addCitation, { id: newId(), review: id, priority, part: 'next', evidence: piece }));
    world.sign(id);
    const key = keyOf({ kind: 'evidence', id: piece });
    const record = world.records.get(key);
    const put = (more: object) =>
      world.records.set(key, { ...record, body: { ...(record?.body as object), ...more } } as never);
    put({ source: { url: 'https://example.org', title: 'IDSR.pdf' } });
    expect(world.publish(id)).toBe('restricted-source');
    put({ passages: [{ exact: 'Of A123456789012', prefix: '', suffix: '', start: 0, end: 16 }] });
    world.sign(id);
    expect(world.publish(id)).toBe('pupil-number');
    put({});
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
  });

  it('says in a later edition what was put right, and where it differs', () => {
    const { world, id, codes } = signed();
    world.must(world.publish(id));
    world.must(world.act(coordinator, correctReview, { id, rev: 2 }));
    const [{ id: section = '' } = {}] = world.list(Section);
    world.must(world.act(headOfOak, editSection, { id: section, rev: 1, text: 'Put right' }));
    world.sign(id);
    expect(codes()).toEqual([{ code: 'no-change-note' }]);
    expect(world.publish(id)).toBe('no-change-note');
    // The note is signed like the rest.
    world.correct(id, 'We had it wrong.');
    expect(world.publish(id)).toBe('not-signed');
    world.sign(id);
    expect(world.publish(id)).toBe('ok');
    const [first, second] = world.list(Edition);
    expect([first?.body?.n, second?.body?.n]).toEqual([1, 2]);
    expect(second?.body?.frozen.changed).toEqual({
      note: 'We had it wrong.',
      where: ['Attendance: ‘What we said we would do’ worded anew'],
    });
    expect(first?.body?.frozen).toMatchObject({ edition: 1 });
    // The next one is asked for a note of its own.
    world.must(world.act(coordinator, correctReview, { id, rev: 4 }));
    world.sign(id);
    expect(codes()).toEqual([{ code: 'no-change-note' }]);
    const body = () => ({ id: newId(), review: id, rev: 1, wording: 1, confirmed: [] });
    expect(rolesFor(publishReview, body)).toEqual(['coordinator', 'head']);
  });
});
