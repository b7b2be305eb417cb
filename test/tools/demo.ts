import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CreateCluster,
  clusterOf,
  type Invite,
  Issued,
  Joined,
  newKeys,
  type OperatorRestore,
} from '../../shared/cluster/access.ts';
import type { Cluster } from '../../shared/cluster/cluster.ts';
import { admit } from '../../shared/cluster/members.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { addSchool } from '../../shared/cluster/schools.ts';
import { type ClipKind, type SeenHow, type Stance, saveEvidence } from '../../shared/evidence/evidence.ts';
import { describe, type Passage } from '../../shared/evidence/quote.ts';
import { newClusterId, newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers } from '../../shared/sync.ts';
import { post, Refused } from './api.ts';
import { textOf, titleOf } from './page-text.ts';
import { root } from './run-process.ts';
import { readSamplePage } from './sample-pages.ts';

interface Moment {
  daysAgo: number;
  /** Of the day, for example `20:48`. */
  time: string;
}

/** `test/fixtures/demo/cluster.json`: who and what the demo is made of. Keys stand for ids, which are made anew. */
interface Script {
  name: string;
  word: Cluster['word'];
  /** The member that founds it today; everyone else has been in it for a while. */
  keeper: string;
  /** Who a person that tries the demo is, and the key of their school. */
  visitor: { name: string; school: string };
  schools: { key: string; name: string; urn: string }[];
  members: { key: string; name: string; role: Role; schools: string[] }[];
  priorities: (Moment & { key: string; title: string; by: string })[];
  evidence: (Moment & {
    by: string;
    /** A sample page, with words that stand in it. */
    page?: string;
    quotes?: string[];
    note: string;
    tags: string[];
    priorities: string[];
    stance?: Stance;
    /** How it was seen or heard, on the same day. */
    seen?: SeenHow;
  })[];
}

/** The way back into a demo that was filled: enough to invite someone to it. */
export interface Demo {
  cluster: string;
  /** The keeper's token; a coordinator's. */
  token: string;
  /** The school that a visitor acts for. */
  school: string;
  /** The address of the sample pages in the demo's sources. */
  pages: string;
}

/** What the demo is made of. */
export const readDemoScript = (): Script =>
  JSON.parse(readFileSync(join(root, 'test/fixtures/demo/cluster.json'), 'utf8')) as Script;

/** How long ago the demo begins, in days. */
const begun = 90;

function timeOf({ daysAgo, time }: Moment, today: Date): number {
  const day = new Date(today);
  day.setDate(day.getDate() - daysAgo);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day.setHours(hours, minutes, 0, 0);
}

/** A day as ISO 8601 writes it, where the machine is. */
const dayOf = (at: number): string => {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
};

/** The passages of a sample page as the extension would describe them. A quote that is not there is our mistake. */
export function passagesOf(page: string, quotes: readonly string[]): Passage[] {
  const text = textOf(readSamplePage(page));
  return quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`The demo quotes words that are not in ${page}: ${quote}`);
    return describe(text, start, start + quote.length);
  });
}

/** Founds the demo cluster at a Worker and writes three months of it. `pages` is where the sample pages are served. */
export async function fillDemo(address: string, operatorSecret: string, pages: string): Promise<Demo> {
  const script = readDemoScript();
  const today = new Date();
  const found: CreateCluster = {
    id: newClusterId(),
    name: script.name,
    word: script.word,
    founder: script.keeper,
    demo: true,
    device: 'npm start',
    keys: newKeys(),
  };
  const { token, member: keeper } = await post(address, 'clusters', Joined, found);
  const { ids, entries } = past(script, keeper, pages, today);
  const restore: OperatorRestore = { cluster: found.id, entries };
  const { answers } = await post(address, 'operator/restore', Answers, restore, operatorSecret);
  for (const answer of answers) {
    if (answer.ok) continue;
    const { code, detail } = answer.problem;
    throw new Refused(code, [entries.find(({ id }) => id === answer.id)?.name, detail].filter(Boolean).join(' '));
  }
  return { cluster: found.id, token, school: ids(script.visitor.school), pages };
}

/** The demo's past as the operator restores it, oldest first. */
function past(script: Script, keeper: string, pages: string, today: Date) {
  const known = new Map<string, string>();
  const ids = (key: string): string => {
    const id = known.get(key);
    if (!id) throw new Error(`The demo knows no ${key}`);
    return id;
  };
  const make = (key: string, at: number): string => {
    const id = newId(at);
    known.set(key, id);
    return id;
  };
  const entries: OperatorRestore['entries'] = [];
  const add = (by: string, at: number, { name }: { name: string }, body: object) =>
    entries.push({ by, at, id: newId(at), name, body });

  const first = timeOf({ daysAgo: begun, time: '09:00' }, today);
  for (const { key, name, urn } of script.schools) add(keeper, first, addSchool, { id: make(key, first), name, urn });
  for (const { key, name, role, schools } of script.members) {
    add('operator', first, admit, { id: make(key, first), name, role, schools: schools.map(ids) });
  }
  for (const { key, title, by, ...moment } of script.priorities) {
    const at = timeOf(moment, today);
    add(ids(by), at, proposePriority, { id: make(key, at), title });
  }
  for (const { by, page, quotes = [], note, tags, priorities, stance, seen, ...moment } of script.evidence) {
    const at = timeOf(moment, today);
    const what: ClipKind = seen ? 'seen' : 'quote';
    add(ids(by), at, saveEvidence, {
      id: newId(at),
      what,
      passages: page ? passagesOf(page, quotes) : [],
      ...(page && { source: { url: `${pages}/${page}`, title: titleOf(readSamplePage(page)) } }),
      ...(seen && { seen: { how: seen, on: dayOf(at) } }),
      ...(stance && { stance }),
      note,
      tags,
      priorities: priorities.map(ids),
    });
  }
  return { ids, entries: entries.sort((a, b) => a.at - b.at) };
}

/** A fresh code to join the demo with: five people, seven days. */
export async function inviteToDemo(address: string, { token, school }: Demo): Promise<string> {
  const body: Invite = { role: 'leader', schools: [school], uses: 5, days: 7 };
  return (await post(address, 'invitations', Issued, body, token)).code;
}

/** Reads what {@link fillDemo} answered and was kept as JSON. */
export function readDemo(text: string | undefined): Demo | undefined {
  try {
    const demo = JSON.parse(text ?? '') as Demo;
    return demo.cluster === clusterOf(demo.token) && demo.school && demo.pages ? demo : undefined;
  } catch {
    return undefined;
  }
}
