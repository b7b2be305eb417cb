import type * as z from 'zod/mini';
import { limits } from '../../shared/action.ts';
import { isProblemCode, thenOf } from '../../shared/problem.ts';
import { Answers } from '../../shared/sync.ts';
import type { Client } from './client.ts';
import { type Database, getMeta, type OutboxRow, type SeenProblem } from './database.ts';
import { uploadImages } from './images.ts';

type AnswerList = z.infer<typeof Answers>['answers'];

/** What a client does next. A code that this build does not know comes from a newer server: keep, and update. */
export const afterProblem = ({ code }: SeenProblem) => (isProblemCode(code) ? thenOf(code) : 'update');

/** Bytes of one batch: well under the Worker's limit, and little to send again on bad Wi-Fi. */
const batchBytes = limits.requestBytes / 4;

/** The next groups to send, oldest first, marked as sent from now on. Always at least one, if there is one. */
const nextBatch = (db: Database, after: number, alsoHeld: boolean): Promise<OutboxRow[]> =>
  db.transaction('rw', db.outbox, async () => {
    const batch: OutboxRow[] = [];
    let bytes = 0;
    await db.outbox
      .where('n')
      .above(after)
      .filter((row) => row.state === 'waiting' || (alsoHeld && row.state === 'held'))
      .until((row) => {
        bytes += JSON.stringify(row.group).length;
        return batch.length > 0 && (bytes > batchBytes || batch.length >= limits.groupsPerBatch);
      })
      .each((row) => {
        batch.push(row);
      });
    const untried = batch.filter(({ tried }) => !tried);
    await db.outbox.bulkPut(untried.map((row) => ({ ...row, tried: true as const })));
    return batch;
  });

/**
 * Sends what waits, in order, and notes each answer. Ends with a problem where the cluster could not be reached or
 * wants us to wait, leave or update; what was not answered is left as it was and goes again with the same ids.
 */
export async function push(
  db: Database,
  client: Client,
  alsoHeld: boolean,
  signal?: AbortSignal,
): Promise<SeenProblem | undefined> {
  let after = 0;
  for (;;) {
    let batch = await nextBatch(db, after, alsoHeld);
    const lacking = await uploadImages(db, client, batch, signal);
    if (lacking) return lacking;
    let answer = await send(client, batch, signal);
    if (batch.length > 1 && answer && !answer.ok && afterProblem(answer.problem) === 'never') {
      // The batch as such was not understood: one of its groups must be the reason. One at a time tells which.
      batch = batch.slice(0, 1);
      answer = await send(client, batch, signal);
    }
    const last = batch.at(-1)?.n;
    if (!answer || last === undefined) return undefined;
    if (!answer.ok) {
      if (afterProblem(answer.problem) !== 'never') return answer.problem;
      await note(
        db,
        batch,
        batch.flatMap(({ group }) => group.map(({ id }) => ({ id, ...answer }))),
      );
    } else {
      const wait = await note(db, batch, answer.value.answers);
      if (wait) return wait;
    }
    after = last;
  }
}

const send = async (client: Client, batch: OutboxRow[], signal?: AbortSignal) =>
  batch.length === 0
    ? undefined
    : client.authorised('actions', Answers, {
        body: { groups: batch.map((row) => row.group) },
        ...(signal && { signal }),
      });

/** Notes the answers to a batch. Answers with the first problem that asks us to wait. */
function note(db: Database, batch: OutboxRow[], answers: AnswerList): Promise<SeenProblem | undefined> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return db.transaction('rw', db.outbox, db.meta, db.images, async () => {
    const cursor = (await getMeta(db, 'cursor')) ?? 0;
    let wait: SeenProblem | undefined;
    for (const row of batch) {
      const given = row.group.map(({ id }) => byId.get(id));
      const refused = given.filter((answer) => answer?.ok === false);
      const reason = refused.find(({ problem }) => problem.code !== 'group-refused') ?? refused[0];
      const seq = given.reduce((most, answer) => (answer?.ok ? Math.max(most, answer.seq) : Number.NaN), 0);
      if (seq <= cursor) await db.outbox.delete(row.n as number);
      else if (seq > cursor) await db.outbox.update(row.n as number, { state: 'accepted', seq, problem: undefined });
      else if (reason) wait = (await noteRefusal(db, row, reason.problem)) ?? wait;
    }
    return wait;
  });
}

async function noteRefusal(db: Database, row: OutboxRow, problem: SeenProblem): Promise<SeenProblem | undefined> {
  const n = row.n as number;
  const next = afterProblem(problem);
  if (problem.code === 'blob-missing') {
    // It may have been lost on the other side: it goes again. What is not here any more will never arrive.
    const again = problem.detail !== undefined && (await db.images.update(problem.detail, { sent: false })) > 0;
    if (again) return problem;
    await db.outbox.update(n, { state: 'refused', problem });
    return undefined;
  }
  if (next === 'again' || next === 'leave') return problem;
  // What it stands on may be one of ours that is itself still on its way.
  const behind =
    (problem.code === 'missing' || problem.code === 'stale') &&
    (await db.outbox
      .where('n')
      .below(n)
      .filter(({ state }) => state === 'waiting' || state === 'held')
      .count()) > 0;
  await db.outbox.update(n, { state: next === 'update' || behind ? 'held' : 'refused', problem });
  return undefined;
}
