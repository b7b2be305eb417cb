import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperatorRestore } from '../../../shared/cluster/access.ts';
import { newId } from '../../../shared/ids.ts';
import type { Period } from '../../../shared/priorities/period-parts.ts';
import type { Record } from '../../../shared/record.ts';
import { addCitation } from '../../../shared/reviews/citation.ts';
import { setContact } from '../../../shared/reviews/contact.ts';
import { keyOfPriority } from '../../../shared/reviews/content.ts';
import { setNaming } from '../../../shared/reviews/naming.ts';
import { prepare } from '../../../shared/reviews/prepare.ts';
import { Publicity } from '../../../shared/reviews/public-kind.ts';
import { setPublicity } from '../../../shared/reviews/publicity.ts';
import { publishReview } from '../../../shared/reviews/publish.ts';
import { answerQuestion, askQuestion } from '../../../shared/reviews/question.ts';
import type { Asker } from '../../../shared/reviews/question-kind.ts';
import { beginReview } from '../../../shared/reviews/review.ts';
import { type AccountPart, accountParts, Review } from '../../../shared/reviews/review-kind.ts';
import { type SceneLists, sceneKinds } from '../../../shared/reviews/scene.ts';
import { addSection } from '../../../shared/reviews/section.ts';
import { signReview } from '../../../shared/reviews/sign-off.ts';
import { root } from '../run-process.ts';
import { timeOf } from './days.ts';
import type { Past } from './past.ts';

type Stance = 'supports' | 'challenges';

/** `review.json`: what the demo's cluster publishes of its last term, and what it is asked. */
interface ReviewScript {
  slug: string;
  contacts: { school: string; phone?: string; email?: string; url?: string }[];
  named: string[];
  whole: { [part in 'summary' | 'together']: { by: string; text: string } };
  priorities: {
    priority: string;
    by: string;
    parts: { [part in AccountPart]: string };
    cites: { part: AccountPart; priority: string; stance: Stance }[];
  }[];
  signed: { by: string; school: string; text?: string }[];
  questions: {
    who: Asker;
    priority: string;
    text: string;
    answer?: { by: string; text: string; changed?: string };
  }[];
}

/** The term that was over on a day, the last one: what a cluster would review then. */
export function lastTerm(today: Date): Period {
  const [year, month] = [today.getFullYear(), today.getMonth()];
  if (month >= 8) return `term:${year - 1}:summer`;
  return month >= 3 ? `term:${year - 1}:spring` : `term:${year - 1}:autumn`;
}

/** A way to the demo's cluster: what it holds, and a way to write its past. */
export interface Reach {
  records(): Promise<Record[]>;
  restore(entries: OperatorRestore['entries']): Promise<void>;
  /** Waits a moment for what the server does by itself. */
  wait(): Promise<void>;
}

const listsOf = (records: readonly Record[]): SceneLists =>
  Object.fromEntries(
    Object.entries(sceneKinds).map(([name, kind]) => [
      name,
      records.filter((one) => one.kind === kind.kind).map((one) => ({ ...one, body: kind.read(one) })),
    ]),
  ) as unknown as SceneLists;

/** Writes, signs and publishes the review of the last term, in the demo's past; then what was asked about it. */
export async function publishDemo(past: Past, { records, restore, wait }: Reach): Promise<void> {
  const script = JSON.parse(readFileSync(join(root, 'test/fixtures/demo/review.json'), 'utf8')) as ReviewScript;
  const at = (daysAgo: number, minute: number) => timeOf({ daysAgo, time: '19:00' }, past.today) + minute * 60_000;
  const entry = (by: string, when: number, { name }: { name: string }, body: object) => ({
    ...{ by: by === 'operator' ? by : past.id(by), at: when, id: newId(when), name, body },
  });
  const review = newId(at(30, 0));
  const period = lastTerm(past.today);
  const priorities = script.priorities.map(({ priority }) => past.id(priority));
  await restore([
    entry('priya', at(33, 0), setPublicity, { id: newId(), slug: script.slug }),
    ...script.contacts.map(({ school, ...ways }, i) =>
      entry('priya', at(33, 1 + i), setContact, { school: past.id(school), ...ways }),
    ),
    ...script.named.map((by, i) => entry(by, at(32, i), setNaming, { agreed: true })),
    entry('priya', at(30, 0), beginReview, { id: review, period, priorities }),
  ]);
  const before = await records();
  const pieces = listsOf(before).evidence;
  const section = (by: string, minute: number, priority: string | null, part: string, text: string) =>
    entry(by, at(24, minute), addSection, { id: newId(), review, priority, part, text });
  await restore([
    ...Object.entries(script.whole).map(([part, { by, text }], i) => section(by, i, null, part, text)),
    ...script.priorities.flatMap(({ priority, by, parts, cites }, i) => [
      ...accountParts.map((part, j) => section(by, 10 + 10 * i + j, past.id(priority), part, parts[part])),
      ...cites.flatMap((cite, j) => {
        const piece = pieces.find(
          ({ body }) =>
            body?.priorities.includes(past.id(cite.priority)) &&
            body.stance === cite.stance &&
            body.passages.length > 0,
        );
        const of = { review, priority: past.id(priority), part: cite.part };
        return piece ? [entry(by, at(23, 10 * i + j), addCitation, { id: newId(), ...of, evidence: piece.id })] : [];
      }),
    ]),
  ]);
  const scene = async () => {
    const all = await records();
    const found = all.find(({ id }) => id === review);
    const body = found && Review.read(found);
    if (!found || !body) throw new Error('The demo lost its review');
    return { ...listsOf(all), review: { ...found, body } };
  };
  const { wording } = prepare(await scene(), at(20, 0));
  await restore(
    script.signed.map(({ by, school, text }, i) =>
      entry(by, at(21, i), signReview, {
        ...{ id: newId(), review, school: past.id(school), wording },
        ...(text ? { how: 'reservation', text } : { how: 'signed' }),
      }),
    ),
  );
  // The address is claimed by the server itself.
  let ready = await scene();
  for (let tries = 0; tries < 100 && ready.publicities[0]?.body?.state !== 'ours'; tries++) {
    await wait();
    ready = await scene();
  }
  if (ready.publicities[0]?.body?.state !== 'ours') throw new Error(`The demo has no ${Publicity.kind}`);
  const { changes } = prepare(ready, at(20, 0));
  const edition = { id: newId(at(20, 0)), review, rev: ready.review.rev, wording };
  await restore([
    entry('priya', at(20, 0), publishReview, { ...edition, confirmed: changes.map(({ key }) => key) }),
    ...script.questions.flatMap(({ who, priority, text, answer }, i) => {
      const id = newId(at(14 - 5 * i, 0));
      const thread = ready.priorities.find((one) => one.id === past.id(priority))?.body?.thread ?? 0;
      const asked = { id, about: keyOfPriority(thread), who, how: 'question', text };
      return [
        entry('operator', at(14 - 5 * i, 0), askQuestion, asked),
        ...(answer
          ? [
              entry(answer.by, at(11 - 5 * i, 0), answerQuestion, {
                ...{ id, rev: 1, public: newId(), asked: text, text: answer.text },
                ...(answer.changed && { changed: answer.changed }),
              }),
            ]
          : []),
      ];
    }),
  ]);
}
