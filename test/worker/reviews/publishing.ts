import { expect } from 'vitest';
import type { Action, SentAction } from '../../../shared/action.ts';
import { addSchool } from '../../../shared/cluster/schools.ts';
import { saveEvidence } from '../../../shared/evidence/evidence.ts';
import { newId } from '../../../shared/ids.ts';
import { adoptPriority } from '../../../shared/priorities/agreement.ts';
import { addIndicator } from '../../../shared/priorities/indicator.ts';
import { proposePriority } from '../../../shared/priorities/priority.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import type { Kind, Record } from '../../../shared/record.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { setContact } from '../../../shared/reviews/contact.ts';
import { Edition } from '../../../shared/reviews/edition-kind.ts';
import { type Prepared, prepare } from '../../../shared/reviews/prepare.ts';
import { publishReview } from '../../../shared/reviews/publish.ts';
import { beginReview, correctReview } from '../../../shared/reviews/review.ts';
import { accountParts, Review } from '../../../shared/reviews/review-kind.ts';
import { type ReviewScene, sceneOf } from '../../../shared/reviews/scene.ts';
import { addSection, editSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { actOne, invite, join, pullAll, sent } from '../cluster.ts';
import { foundPublic, type Public, settle } from './partnership.ts';

/** Words that tests put into a review and look for afterwards. */
export interface Words {
  quote: string;
  note: string;
  summary: string;
  reservation?: string;
  /** The head's name. */
  head: string;
}

export interface Drafted extends Public {
  review: string;
  priority: string;
  indicator: string;
  evidence: string;
  schools: { id: string; head: string; member: string }[];
}

/** Does one thing that must go well. */
export async function doing<Body>(
  token: string,
  action: Pick<Action<string, Body>, 'name'>,
  body: Body,
): Promise<void> {
  expect(await actOne(token, sent(action, body)), action.name).toMatchObject({ ok: true });
}

const plain: Words = {
  quote: 'Pupils who read daily at home read better by the end of year two.',
  note: 'Mind the autumn term',
  summary: 'We said that more pupils would read at home. More do, but not everywhere.',
  head: 'Hanna Head',
};

/** A partnership of two schools with a review that wants nothing but to be published. */
export async function drafted(words: Partial<Words> = {}): Promise<Drafted> {
  const { quote, note, summary, head, reservation } = { ...plain, ...words };
  const founded = await foundPublic();
  const { token } = founded;
  const [priority, indicator, evidence, review] = [newId(), newId(), newId(), newId()];
  const schools: Drafted['schools'] = [];
  for (const [i, urn] of ['100001', '100002'].entries()) {
    const id = newId();
    await doing(token, addSchool, { id, name: `School ${i + 1}`, urn });
    const { code } = await invite(token, { role: 'head', schools: [id] });
    const { token: headToken, member } = await join(code, { name: `${head} ${i + 1}` });
    await doing(token, setContact, { school: id, phone: '01632 960001' });
    schools.push({ id, head: headToken, member });
  }
  await doing(token, proposePriority, { id: priority, title: 'Reading at home', alone: 'Families move between us' });
  await doing(token, adoptPriority, { id: priority, rev: 1, on: '2025-09-01', minuted: 'Minutes of September' });
  await doing(token, addIndicator, {
    ...{ id: indicator, name: 'Reading daily', unit: 'percent', direction: 'up', about: 'Pupils of year two' },
    priorities: [priority],
  });
  for (const { id } of schools) {
    const figure = { indicator, school: id, value: 50, status: 'own', cohort: 60, numerator: 30, note } as const;
    await doing(token, enterReading, { id: newId(), period: 'ay:2024', ...figure });
  }
  await doing(token, saveEvidence, {
    ...{ id: evidence, note, tags: [], priorities: [priority], stance: 'supports' },
    passages: [{ exact: quote, prefix: '', suffix: '', start: 0, end: quote.length }],
    source: { url: 'https://www.gov.uk/reading', title: 'Reading at home', kind: 'research' },
  });
  await doing(token, beginReview, { id: review, period: 'ay:2025', priorities: [priority] });
  for (const part of accountParts) {
    await doing(token, addSection, { id: newId(), review, priority, part, text: `What is said of ${part}.` });
  }
  await doing(token, addSection, { id: newId(), review, priority: null, part: 'summary', text: summary });
  await doing(token, addCitation, { id: newId(), review, priority, part: 'happened', evidence });
  const draft = { ...founded, review, priority, indicator, evidence, schools };
  await signAll(draft, reservation);
  return draft;
}

/** A review with everything that it is made of, as a member's device has it. */
export async function sceneFor(token: string, review: string): Promise<ReviewScene> {
  const { records } = await pullAll(token);
  const list = <Body>(kind: Kind<Body>): Record<Body>[] =>
    records
      .filter((one) => one.kind === kind.kind && one.body !== null)
      .map((one) => ({ ...one, body: kind.read(one) }));
  const found = list(Review).find(({ id }) => id === review);
  if (!found?.body) throw new Error('There is no such review');
  return { ...sceneOf({ list }), review: { ...found, body: found.body } };
}

/** Signs a draft as it is worded, for every school. */
export async function signAll({ token, review, schools }: Drafted, reservation?: string): Promise<void> {
  const { wording } = prepare(await sceneFor(token, review), Date.now());
  for (const [i, { id, head }] of schools.entries()) {
    const said =
      i === 0 && reservation ? ({ how: 'reservation', text: reservation } as const) : ({ how: 'signed' } as const);
    await doing(head, signReview, { id: newId(), review, school: id, wording, ...said });
  }
}

/** What would be published now. */
export const preparedOf = async ({ token, review }: Drafted): Promise<Prepared> =>
  prepare(await sceneFor(token, review), Date.now());

/** The action that publishes a draft as it now stands. */
export async function publishing(draft: Drafted): Promise<SentAction & { body: { id: string } }> {
  const scene = await sceneFor(draft.token, draft.review);
  const { changes, wording } = prepare(scene, Date.now());
  const confirmed = [...new Set(changes.map(({ key }) => key))];
  const body = { id: newId(), review: draft.review, rev: scene.review.rev, wording, confirmed };
  return { ...sent(publishReview, body), body };
}

/** Publishes a draft; answers with the edition's id. Nothing is waited for. */
export async function publish(draft: Drafted): Promise<string> {
  const action = await publishing(draft);
  expect(await actOne(draft.token, action)).toMatchObject({ ok: true });
  return action.body.id;
}

/** A partnership with a review that the public can read. */
export async function published(words: Partial<Words> = {}): Promise<Drafted & { edition: string }> {
  const draft = await drafted(words);
  const edition = await publish(draft);
  await settle(draft.cluster);
  return { ...draft, edition };
}

/** Opens a published review again, says what is put right, and has it signed. */
export async function correcting(draft: Drafted, text = 'A figure was wrong'): Promise<void> {
  const { review: id, token } = draft;
  const { review, sections } = await sceneFor(token, id);
  await doing(token, correctReview, { id, rev: review.rev });
  const there = sections.find(({ body }) => body?.part === 'correction');
  if (there) await doing(token, editSection, { id: there.id, rev: there.rev + (there.body?.text ? 1 : 0), text });
  else await doing(token, addSection, { id: newId(), review: id, priority: null, part: 'correction', text });
  await signAll(draft);
}

/** An edition as the cluster has it. */
export async function editionOf(token: string, id: string): Promise<Edition> {
  const record = (await pullAll(token)).records.find((one) => one.kind === Edition.kind && one.id === id);
  const body = record && Edition.read(record);
  if (!body) throw new Error('There is no such edition');
  return body;
}
