import type { Cluster } from '../cluster/cluster-kind.ts';
import { type School, takesPart } from '../cluster/schools.ts';
import { dayAt } from '../priorities/due.ts';
import type { Record } from '../record.ts';
import type { Edition } from './edition-kind.ts';
import { known } from './known.ts';
import type { Contact, Publicity } from './public-kind.ts';
import type { PublicQuestion, PublicStanding } from './public-review.ts';
import type { Question } from './question-kind.ts';
import { takesQuestions } from './takes-questions.ts';

/** What the standing is made of. Erased questions are counted too: only declined ones are erased. */
export interface StandingLists {
  clusters: readonly Record<Cluster>[];
  schools: readonly Record<School>[];
  contacts: readonly Record<Contact>[];
  publicities: readonly Record<Publicity>[];
  editions: readonly Record<Edition>[];
  questions: readonly Record<Question>[];
}

/** What the public page says of the partnership besides its reviews. Of priorities only what was published. */
export function standingOf(lists: StandingLists): PublicStanding {
  const cluster = known(lists.clusters)[0]?.body;
  const schools = known(lists.schools)
    .filter(takesPart)
    .sort((a, b) => (a.body.urn < b.body.urn ? -1 : 1));
  return {
    v: 1,
    name: cluster?.name ?? '',
    word: cluster?.word ?? 'cluster',
    ...(cluster?.demo && { demo: true }),
    schools: schools.map(({ id, body }) => {
      const { phone, email, url } = lists.contacts.find((one) => one.id === id)?.body ?? {};
      return {
        ...{ urn: body.urn, name: body.name },
        ...(phone && { phone }),
        ...(email && { email }),
        ...(url && { url }),
      };
    }),
    priorities: prioritiesOf(lists.editions),
    open: takesQuestions(lists),
    questions: countsOf(lists.questions),
  };
}

/** The priorities of the newest edition that stands, then those of earlier ones. */
function prioritiesOf(editions: readonly Record<Edition>[]): PublicStanding['priorities'] {
  const found = new Map<string, PublicStanding['priorities'][number]>();
  const standing = known(editions)
    .filter(({ body }) => !body.withdrawn)
    .sort((a, b) => b.body.at - a.body.at);
  for (const { body } of standing) {
    for (const { key, thread, title } of body.frozen.what) if (!found.has(key)) found.set(key, { key, thread, title });
  }
  return [...found.values()].sort((a, b) => a.thread - b.thread);
}

const day = 24 * 60 * 60 * 1000;

function countsOf(questions: readonly Record<Question>[]): PublicStanding['questions'] {
  const count = { asked: questions.length, answered: 0, declined: 0, passed: 0, waiting: 0 };
  const waits: number[] = [];
  for (const { body } of questions) {
    if (!body || body.state === 'declined') count.declined++;
    else if (body.state === 'passed') count.passed++;
    else if (body.state === 'new') count.waiting++;
    else {
      count.answered++;
      if (body.answer) waits.push(Math.max(0, body.answer.at - body.at) / day);
    }
  }
  const days = median(waits);
  return { ...count, ...(days !== undefined && { days: Math.round(days) }) };
}

function median(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

/** A question as it is published: with its answer, or not at all. `priorities` are those that were published. */
export function publicQuestionOf(
  question: Question,
  priorities: PublicStanding['priorities'] = [],
): PublicQuestion | undefined {
  const { answer, state, about, who, how, from, at } = question;
  if (state !== 'answered' || !answer) return undefined;
  const priority = priorities.find(({ key }) => key === about);
  return {
    v: 1,
    ...(priority && { about: { key: priority.key } }),
    ...{ who, how },
    ...(from && { from: { name: from.name, url: from.url } }),
    ...{ asked: answer.asked, askedOn: dayAt(at) },
    ...{ answer: answer.text, answeredOn: dayAt(answer.at) },
    ...(answer.edited && { editedOn: dayAt(answer.edited) }),
    ...(answer.changed && { changed: answer.changed }),
  };
}
