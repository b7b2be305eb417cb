import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Weighing } from '../../shared/evidence/weighing.ts';
import type { Blanked, Folded, Snapshot } from '../../shared/fold.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { keyOf, type Record } from '../../shared/record.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Contact, Publicity } from '../../shared/reviews/public-kind.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import type { Due, Duties } from '../log/agenda.ts';
import { snapshotOf } from '../log/records.ts';
import type { Carrier } from './carrier.ts';
import { carryEdition, carryQuestion, questionDuty } from './carry.ts';
import { claimAddress } from './claim.ts';
import { erasedFrom, forgetQuestions } from './forget-questions.ts';
import { redactDuty, redactEditions, usedInEditions } from './redact-editions.ts';
import { carryStanding } from './standing-carry.ts';

/** How each of them is done. Each looks at the records as they then stand, and can be done twice. */
export const reviewDuties = (carrier: Carrier): Duties => {
  const once = (work: (about: string) => Promise<void>) => async (about: string) => {
    await work(about);
    return undefined;
  };
  return {
    'address.claim': once(() => claimAddress(carrier)),
    'edition.carry': once((id) => carryEdition(carrier, id)),
    'question.carry': once((about) => carryQuestion(carrier, about)),
    'standing.carry': once(() => carryStanding(carrier)),
    'questions.forget': (_, now) => forgetQuestions(carrier, now),
    [redactDuty]: once(() => redactEditions(carrier)),
  };
};

/** What the public page says of the partnership is made of these. */
const standingKinds: ReadonlySet<string> = new Set(
  [Cluster, School, Publicity, Contact, Edition, Question].map(({ kind }) => kind),
);

/** Words that are never published: where only such are taken out, every edition stays as it is. */
const neverPublished = (kind: string, path: string): boolean =>
  ['note', 'soWhat', 'away.reason'].includes(path) ||
  (kind === Weighing.kind && path === 'reason') ||
  (kind === Reading.kind && path === 'source.title');

/**
 * What a group calls for outside of the records, put down in the transaction that writes them, so that a crash at any
 * point is made good later. `sql` has the records as they were before.
 */
export function dutiesAfter(sql: SqlStorage, { changes, steps }: Folded, now: number): Due[] {
  const before = snapshotOf(sql);
  const due: Due[] = [];
  const put = (what: string, about = '', at = now) => due.push({ what, about, due: at });
  const written = [...changes.values()];
  for (const record of written) {
    if (record.kind === Publicity.kind && Publicity.read(record)?.state === 'asked') put('address.claim');
    if (record.kind === Edition.kind && isToCarry(Edition.read(record))) put('edition.carry', record.id);
    if (record.kind === Question.kind) putQuestion(put, before, record);
  }
  const isTold = written.some(({ kind }) => standingKinds.has(kind));
  if (isTold && (written.some(({ kind }) => kind === Publicity.kind) || hasAddress(before))) put('standing.carry');
  const blanked = steps.flatMap((step) => step.blanked);
  for (const key of goneIn(sql, written, blanked)) put(redactDuty, key);
  return due;
}

const hasAddress = (snapshot: Snapshot) => !snapshot.list(Publicity.kind)[Symbol.iterator]().next().done;

const isToCarry = (edition: Edition | null) => edition !== null && (edition.carried ?? 0) < edition.stamp;

/** The same for a whole cluster that was restored from an archive. */
export function dutiesOfAll(sql: SqlStorage, now: number): Due[] {
  const snapshot = snapshotOf(sql);
  if (!hasAddress(snapshot)) return [];
  const due: Due[] = ['address.claim', 'standing.carry'].map((what) => ({ what, about: '', due: now }));
  for (const { id, body } of snapshot.list(Edition.kind)) {
    if (body !== null) due.push({ what: 'edition.carry', about: id, due: now });
  }
  for (const record of snapshot.list(Question.kind)) {
    putQuestion((what, about = '', at = now) => due.push({ what, about, due: at }), snapshot, record);
  }
  // What was erased just before the archive was made may not have reached its editions.
  for (const key of usedInEditions(sql)) {
    const [kind = '', id = ''] = key.split('/');
    if (snapshot.get({ kind, id })?.body === null) due.push({ what: redactDuty, about: key, due: now });
  }
  return due;
}

type Put = (what: string, about?: string, at?: number) => void;

function putQuestion(put: Put, before: Snapshot, record: Record): void {
  const question = Question.read(record);
  const earlier = before.get(record);
  const published = question?.answer?.public ?? (earlier && Question.read(earlier)?.answer?.public);
  if (published) put('question.carry', questionDuty(record.id, published));
  if (question?.state === 'declined' && question.declined) {
    put('questions.forget', '', erasedFrom(question.declined.at));
  }
}

/** What was erased or blanked, of which an edition has words. */
function goneIn(sql: SqlStorage, written: Iterable<Record>, blanked: readonly Blanked[]): string[] {
  const gone = new Set<string>();
  for (const record of written) {
    if (record.body === null) gone.add(keyOf(record));
  }
  for (const one of blanked) {
    // Only a name went out of it: the words stay in public too.
    if (one.kept) continue;
    if (!Object.keys(one.words).every((path) => neverPublished(one.kind, path))) gone.add(keyOf(one));
  }
  if (gone.size === 0) return [];
  const used = usedInEditions(sql);
  return [...gone].filter((key) => used.has(key));
}
