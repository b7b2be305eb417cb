import type { Action } from '../../../shared/action.ts';
import { type Evidence, isWithdrawn, saveEvidence } from '../../../shared/evidence/evidence.ts';
import { type Incoming, incomingId, type Reading, type Unread } from '../../../shared/evidence/formats/incoming.ts';
import { beginningOf } from '../../../shared/evidence/formats/reference.ts';
import { accessOf } from '../../../shared/evidence/source-access.ts';
import { recognise } from '../../page/recognise/recognise.ts';
import type { Replica } from '../../replica/replica.ts';

/** An entry that can be added, with the id that it will have. */
export interface Planned extends Incoming {
  id: string;
}

/** What bringing in a file would do. Nothing is done yet. */
export interface Plan {
  fresh: Planned[];
  /** Brought in before: the same items. */
  known: Planned[];
  /** Others saved the same: the same words, or a page of which nothing else is said. */
  alike: Planned[];
  unread: Unread[];
  counts: Reading['counts'];
}

type Reads = Pick<Replica['view'], 'these' | 'onPage'>;

/** So many ids are looked up at once. */
const chunk = 200;

/** Looks at what was read beside what is in the log. `undefined` after the signal. */
export async function planOf(view: Reads, reading: Reading, signal: AbortSignal): Promise<Plan | undefined> {
  const plan: Plan = { fresh: [], known: [], alike: [], unread: [...reading.unread], counts: reading.counts };
  const seen = new Set<string>();
  for (let from = 0; from < reading.entries.length; from += chunk) {
    const some: Planned[] = [];
    for (const entry of reading.entries.slice(from, from + chunk)) {
      const barred = knowingAddress(entry);
      if (typeof barred === 'string') {
        plan.unread.push({ at: entry.at, what: nameOf(entry), why: barred });
        continue;
      }
      // By what the file says, so that what we learn to say of an address later makes it no other item.
      const id = await incomingId(entry);
      if (!seen.has(id)) some.push({ ...barred, id });
      seen.add(id);
    }
    const there = await view.these(some.map(({ id }) => id));
    for (const entry of some) {
      if (signal.aborted) return undefined;
      if (there.has(entry.id)) plan.known.push(entry);
      else if (await isAlike(view, entry)) plan.alike.push(entry);
      else plan.fresh.push(entry);
    }
  }
  plan.unread.sort((a, b) => a.at - b.at);
  return plan;
}

/** What an entry is called in a list. */
export const nameOf = ({ body: { source, passages, note } }: Incoming): string =>
  beginningOf(source?.title || passages[0]?.exact || note || source?.url || 'An entry');

/** The entry with what its address tells of the source; or why nothing of that address is kept. */
function knowingAddress(entry: Incoming): Incoming | string {
  const { source } = entry.body;
  if (!source) return entry;
  const { access: said, kind, publisher, licence, urn, reason } = recognise(source.url);
  const access = accessOf({ ...source, access: said });
  if (access === 'refused') return reason ?? 'Pages of this site are not kept: they may name pupils.';
  const told = {
    ...(kind !== 'other' && { kind }),
    ...(publisher && { publisher }),
    ...(licence && { licence }),
    ...(urn && { urn }),
    ...(access === 'restricted' && { access }),
  };
  return { ...entry, body: { ...entry.body, source: { ...told, ...source } } };
}

const bare = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether the log has the same words of the same page already. */
async function isAlike(view: Reads, { body }: Planned): Promise<boolean> {
  if (!body.source) return false;
  const entries = await view.onPage(body.source.url);
  return entries.some(({ record }) => record.body && !isWithdrawn(record.body) && sameWords(record.body, body));
}

function sameWords(there: Evidence, { passages, note }: Incoming['body']): boolean {
  const words = (of: readonly { exact: string }[]) => of.map(({ exact }) => bare(exact)).join('\n');
  if (words(there.passages) !== words(passages)) return false;
  // The same quote is the same piece, whoever thought what of it; of a page it is the note that tells.
  return passages.length > 0 || bare(there.note) === bare(note);
}

/** The most of one group, in actions and in bytes: it stands or falls whole. */
const group = { actions: 20, bytes: 100_000 };

/** What is added together. */
function groupsOf(entries: readonly Planned[]): Planned[][] {
  const groups: Planned[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry.body).length;
    const last = groups.at(-1);
    if (last && last.length < group.actions && bytes + size <= group.bytes) last.push(entry);
    else {
      groups.push([entry]);
      bytes = 0;
    }
    bytes += size;
  }
  return groups;
}

/**
 * Adds entries, group by group, each whole; answers with how many were added. After the signal the rest is left: to
 * bring the file in again adds only that.
 */
export async function addEntries(
  outbox: Pick<Replica['outbox'], 'actTogether'>,
  entries: readonly Planned[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<Replica['outbox']['actTogether']>> | undefined> {
  let done = 0;
  let answer: Awaited<ReturnType<Replica['outbox']['actTogether']>> | undefined;
  for (const some of groupsOf(entries)) {
    if (signal.aborted) break;
    const steps = some.map(({ id, body }) => ({ action: saveEvidence as unknown as Action, body: { id, ...body } }));
    answer = await outbox.actTogether(steps);
    if (!answer.ok) return answer;
    done += some.length;
    onProgress(done);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return answer;
}
