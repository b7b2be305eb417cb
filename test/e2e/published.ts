import { vi } from 'vitest';
import { addSchool } from '../../shared/cluster/schools.ts';
import { newId } from '../../shared/ids.ts';
import { adoptPriority } from '../../shared/priorities/agreement.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import type { Kind, Record } from '../../shared/record.ts';
import { setContact } from '../../shared/reviews/contact.ts';
import { prepare } from '../../shared/reviews/prepare.ts';
import { Publicity } from '../../shared/reviews/public-kind.ts';
import { setPublicity } from '../../shared/reviews/publicity.ts';
import { publishReview } from '../../shared/reviews/publish.ts';
import { beginReview } from '../../shared/reviews/review.ts';
import { accountParts, Review } from '../../shared/reviews/review-kind.ts';
import { sceneOf } from '../../shared/reviews/scene.ts';
import { addSection } from '../../shared/reviews/section.ts';
import { signReview } from '../../shared/reviews/sign-off.ts';
import { Page } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';
import { actAs, type Founded } from './founded.ts';

/** Publishes a short review of one school without a browser, about which anyone may ask then; waits for its page. */
export async function publishAt(address: string, { joined, admit }: Founded, slug: string): Promise<void> {
  const [school, priority, review] = [newId(), newId(), newId()];
  await actAs(address, joined, addSchool, { id: school, name: 'Kestrel Primary', urn: '100001' });
  await actAs(address, joined, setContact, { school, phone: '01632 960001' });
  await actAs(address, joined, setPublicity, { id: newId(), slug });
  const head = await admit('Hugh Hale', 'head', [school]);
  await actAs(address, joined, proposePriority, { id: priority, title: 'Reading', alone: 'Families move between us' });
  await actAs(address, joined, adoptPriority, { id: priority, rev: 1, on: '2025-09-01', minuted: 'Minutes' });
  await actAs(address, joined, beginReview, { id: review, period: 'ay:2025', priorities: [priority] });
  for (const part of accountParts) {
    await actAs(address, joined, addSection, { id: newId(), review, priority, part, text: `What is said of ${part}.` });
  }
  await actAs(address, joined, addSection, { id: newId(), review, priority: null, part: 'summary', text: 'In short.' });
  const sceneNow = async () => {
    const { records } = await post(address, 'changes', Page, { after: 0 }, joined.token);
    const list = <Body>(kind: Kind<Body>): Record<Body>[] =>
      records
        .filter((one) => one.kind === kind.kind && one.body !== null)
        .map((one) => ({ ...one, body: kind.read(one as Record) }));
    const found = list(Review).find(({ id }) => id === review);
    if (!found?.body) throw new Error('The review is not in the log');
    return { ...sceneOf({ list }), review: { ...found, body: found.body }, publicity: list(Publicity)[0]?.body };
  };
  const { wording } = prepare(await sceneNow(), Date.now());
  await actAs(address, head, signReview, { id: newId(), review, school, how: 'signed', wording });
  // The address is claimed in its own time, and the page comes there in its own.
  const later = { timeout: 30_000, interval: 200 };
  await vi.waitUntil(async () => (await sceneNow()).publicity?.state === 'ours', later);
  const scene = await sceneNow();
  const confirmed = prepare(scene, Date.now()).changes.map(({ key }) => key);
  const body = { id: newId(), review, rev: scene.review.rev, wording, confirmed };
  await actAs(address, joined, publishReview, body);
  await vi.waitUntil(async () => (await fetch(`${address}/${slug}`)).ok, later);
}
