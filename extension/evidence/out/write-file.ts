import { Cluster } from '../../../shared/cluster/cluster.ts';
import { Member } from '../../../shared/cluster/members.ts';
import { School } from '../../../shared/cluster/schools.ts';
import { type Account, mayLeave, type Taken } from '../../../shared/evidence/formats/taken.ts';
import { newId } from '../../../shared/ids.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import type { Entry } from '../../replica/entries.ts';
import { type MadeOf, readMadeOf } from '../../replica/made-of.ts';
import type { View } from '../../replica/view.ts';
import type { Format } from './formats.ts';
import { breathe, turn } from './zip.ts';

/** What was written: the file's parts, and what it says of itself. */
export interface Written {
  parts: BlobPart[];
  account: Account;
}

interface Writing {
  view: Pick<View, 'lists' | 'these'>;
  /** The entries, in the order in which they stand in the file. */
  ids: readonly string[];
  format: Format;
  now: number;
  /** They are the whole log: its cycles and decisions are told of too. */
  whole?: boolean;
  /** Told how many entries were looked at. */
  onProgress(done: number): void;
  signal: AbortSignal;
}

/** So many entries are read at once: the screen waits for no more. */
const chunk = 100;

/**
 * Writes a file of evidence, some entries at a time: it can be followed, and stopped. What its source keeps for its own
 * schools is left out and counted. `undefined` after the signal.
 */
export async function writeFile({
  view,
  ids,
  format,
  now,
  whole,
  onProgress,
  signal,
}: Writing): Promise<Written | undefined> {
  const id = newId(now);
  const [writer, named, made] = await Promise.all([format.writer(id), namesOf(view), readMadeOf(view)]);
  const account: Account = { cluster: named.cluster, id, at: now, total: 0, restricted: 0, sourceless: 0 };
  if (whole) account.closing = made.closing;
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const entries = await view.these(some);
    if (signal.aborted) return undefined;
    let text = '';
    for (const one of some) {
      const entry = named.taken(entries.get(one), made);
      if (!entry) continue;
      if (mayLeave(entry.evidence)) {
        account.total++;
        text += writer.add(entry);
      } else account.restricted++;
    }
    // As bytes at once: to make a file of one long text would be a long wait at the end.
    if (text) parts.push(encoder.encode(text));
    onProgress(Math.min(ids.length, from + chunk));
    await breathe();
  }
  account.sourceless = writer.sourceless?.() ?? 0;
  const { before, after } = writer.end(account);
  const all = [encoder.encode(before), ...parts, ...(await collected(after, signal))];
  if (signal.aborted) return undefined;
  const written = format.name === 'word' ? await (await import('./word-file.ts')).wordFile(all, signal) : all;
  return signal.aborted ? undefined : { parts: written, account };
}

/** So many letters are made into bytes at once. */
const much = 200_000;

/** What waits for the end, a turn at a time, as bytes. */
async function collected(texts: Iterable<string>, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoder = new TextEncoder();
  const all: Uint8Array<ArrayBuffer>[] = [];
  let begun = performance.now();
  let text = '';
  for (const one of texts) {
    text += one;
    if (text.length < much && performance.now() - begun < turn) continue;
    if (signal.aborted) return [];
    all.push(encoder.encode(text));
    text = '';
    await breathe();
    begun = performance.now();
  }
  return [...all, encoder.encode(text)];
}

/** The names of what entries have ids of. */
async function namesOf(view: Writing['view']) {
  const { clusters, members, schools, priorities } = await view.lists({
    clusters: Cluster,
    members: Member,
    schools: School,
    priorities: Priority,
  });
  const titles = new Map(priorities.map(({ id, body }) => [id, body?.title ?? '']));
  const schoolNames = new Map(schools.map(({ id, body }) => [id, body?.name ?? '']));
  const people = new Map(members.map(({ id, body }) => [id, body]));
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
    ids.flatMap((id) => names.get(id) || []);
  return {
    cluster: clusters[0]?.body?.name ?? 'a cluster',
    taken(entry: Entry | undefined, { madeOf, tagsOf }: MadeOf): Taken | undefined {
      const { id, body: evidence } = entry?.record ?? {};
      if (!id || !evidence) return undefined;
      const person = people.get(evidence.by);
      const piece = { id, body: evidence };
      return {
        id,
        evidence: { ...evidence, tags: tagsOf(piece) },
        by: person?.name || 'A member',
        schools: named(person?.schools ?? [], schoolNames),
        priorities: named(evidence.priorities, titles),
        made: madeOf(piece),
      };
    },
  };
}
