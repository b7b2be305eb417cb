import { actions } from '../../../shared/actions.ts';
import { found } from '../../../shared/cluster/cluster.ts';
import { admit } from '../../../shared/cluster/members.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { adoptPriority } from '../../../shared/priorities/agreement.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import type { Kind, Record } from '../../../shared/record.ts';
import { setContact } from '../../../shared/reviews/contact.ts';
import { type Prepared, prepare } from '../../../shared/reviews/prepare.ts';
import { Publicity } from '../../../shared/reviews/public-kind.ts';
import { setPublicity, settlePublicity } from '../../../shared/reviews/publicity.ts';
import { publishReview } from '../../../shared/reviews/publish.ts';
import { beginReview } from '../../../shared/reviews/review.ts';
import { accountParts, Review, Section } from '../../../shared/reviews/review-kind.ts';
import { type ReviewScene, sceneOf } from '../../../shared/reviews/scene.ts';
import { addSection, editSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { wordingOf } from '../../../shared/reviews/wording.ts';
import { actorFor, actorOf, newWorld, noon } from '../world.ts';

export const operator = actorOf('operator');
export const coordinator = actorOf('coordinator');
export const [ash, oak] = [newId(), newId()];
export const headOfAsh = actorFor('head', ash);
export const headOfOak = actorFor('head', oak);
export const [priority, indicator] = [newId(), newId()];
export const period = 'ay:2025';
const minute = 60_000;

/** Two schools, one agreed priority with an indicator of counts, an address and contacts. Its clock can be set. */
export function newPartnership() {
  const clock = { now: noon };
  const world = newWorld(actions, () => clock.now);
  const must = (answer: string) => {
    if (answer !== 'ok') throw new Error(answer);
  };
  must(world.act(operator, found, { id: 'a'.repeat(32), name: 'Tees Cluster', word: 'cluster' }));
  for (const [id, name, urn] of [
    [ash, 'Ash Lane', '100001'],
    [oak, 'Oak Road', '100002'],
  ])
    must(world.act(coordinator, addSchool, { id, name, urn }));
  const people = [
    [coordinator, 'Cara Coe'],
    [headOfAsh, 'Alex Ashworth'],
    [headOfOak, 'Olu Oke'],
  ] as const;
  for (const [{ member, role, schools }, name] of people)
    must(world.act(operator, admit, { id: member, name, role, schools: [...schools] }));
  const why = { alone: 'No school has enough staff' };
  must(world.act(coordinator, proposePriority, { id: priority, title: 'Attendance', ...why }));
  must(world.act(coordinator, adoptPriority, { id: priority, rev: 1, on: '2025-09-01', minuted: 'Minutes' }));
  const measure = { name: 'Pupils often away', unit: 'count', direction: 'down', about: 'All pupils' };
  must(world.act(coordinator, addIndicator, { id: indicator, ...measure, priorities: [priority] }));
  must(world.act(coordinator, setPublicity, { id: newId(), slug: 'tees-cluster' }));
  must(world.act(operator, settlePublicity, { slug: 'tees-cluster', taken: false }));
  for (const school of [ash, oak]) must(world.act(coordinator, setContact, { school, phone: '01642 000000' }));

  const list = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...world.records.values()]
      .filter((one) => one.kind === kind.kind && one.body !== null)
      .sort((a, b) => a.seq - b.seq)
      .map((one) => ({ ...one, body: kind.read(one) }));
  const review = (id: string) => world.get(Review, id) as ReviewScene['review'];
  const scene = (id: string): ReviewScene => ({ ...sceneOf({ list }), review: review(id) });

  return {
    ...world,
    clock,
    list,
    review,
    scene,
    must,
    /** Begins a review and writes every part of it. */
    draft(of = period): string {
      const id = newId();
      must(world.act(coordinator, beginReview, { id, period: of, priorities: [priority] }));
      for (const part of accountParts)
        must(
          world.act(headOfAsh, addSection, { id: newId(), review: id, priority, part, text: `What is said: ${part}.` }),
        );
      const summary = { id: newId(), review: id, priority: null, part: 'summary', text: 'In short.' };
      must(world.act(headOfOak, addSection, summary));
      return id;
    },
    wording: (id: string) => wordingOf(scene(id)),
    sign(id: string, how: object = { how: 'signed' }) {
      const wording = this.wording(id);
      for (const [head, school] of [
        [headOfAsh, ash],
        [headOfOak, oak],
      ] as const)
        must(world.act(head, signReview, { id: newId(), review: id, school, wording, ...how }));
    },
    /** Says what a later edition puts right. */
    correct(id: string, text: string) {
      const there = list(Section).find(({ body }) => body?.review === id && body.part === 'correction');
      if (there) return must(world.act(headOfAsh, editSection, { id: there.id, rev: there.rev, text }));
      must(world.act(headOfAsh, addSection, { id: newId(), review: id, priority: null, part: 'correction', text }));
    },
    prepare: (id: string): Prepared => prepare(scene(id), clock.now),
    publish(id: string, more: object = {}, edition = newId()) {
      const { changes, wording } = prepare(scene(id), clock.now);
      const { rev } = review(id);
      const confirmed = changes.map(({ key }) => key);
      return world.act(coordinator, publishReview, { id: edition, review: id, rev, wording, confirmed, ...more });
    },
    /** Enters a count for a school. */
    count(school: string, of: string, value: number | string, more: object = {}) {
      const id = newId();
      const body = { id, indicator, school, period: of, value, status: 'own', ...more };
      must(world.act(coordinator, enterReading, body));
      clock.now += minute;
      return id;
    },
    /** Saves a piece of evidence that says this. */
    clip(exact: string, more: object = {}) {
      const id = newId();
      const passages = [{ exact, prefix: '', suffix: '', start: 0, end: exact.length }];
      const source = { url: 'https://example.org/report', title: 'A report' };
      const body = { id, passages, source, note: 'Ours alone', tags: [], priorities: [priority], ...more };
      must(world.act(headOfAsh, saveEvidence, body));
      return id;
    },
    publicity: () => world.get(Publicity),
  };
}

export type Partnership = ReturnType<typeof newPartnership>;
