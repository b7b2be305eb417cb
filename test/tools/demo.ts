import { setTimeout } from 'node:timers/promises';
import type * as z from 'zod/mini';
import {
  type CreateCluster,
  clusterOf,
  type Invite,
  Issued,
  Joined,
  newKeys,
  type OperatorRestore,
} from '../../shared/cluster/access.ts';
import { newClusterId } from '../../shared/ids.ts';
import type { Record } from '../../shared/record.ts';
import { Answers, Page } from '../../shared/sync.ts';
import { post, Refused } from './api.ts';
import { publishDemo } from './demo/review.ts';
import { readDemoScript } from './demo/script.ts';
import { writeDemo } from './demo/write.ts';

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

/** How many entries the operator restores at once. */
const batch = 500;

/** Founds the demo cluster at a Worker and writes eighteen months of it. `pages` is where the sample pages are served. */
export async function fillDemo(address: string, operatorSecret: string, pages: string): Promise<Demo> {
  const script = readDemoScript();
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
  const past = writeDemo(script, keeper, pages, new Date());
  const restore = async (entries: OperatorRestore['entries']) => {
    for (let from = 0; from < entries.length; from += batch) {
      const body: OperatorRestore = { cluster: found.id, entries: entries.slice(from, from + batch) };
      const { answers } = await post(address, 'operator/restore', Answers, body, operatorSecret);
      mustBeAccepted(body.entries, answers);
    }
  };
  await restore(past.entries());
  await publishDemo(past, {
    ...{ restore, records: () => recordsAt(address, token), wait: () => setTimeout(100) },
  });
  return { cluster: found.id, token, school: past.id(script.visitor.school), pages };
}

/** Everything that the cluster holds, as a device with this token reads it. */
async function recordsAt(address: string, token: string): Promise<Record[]> {
  const records: Record[] = [];
  for (let after = 0, more = true; more; ) {
    const page = await post(address, 'changes', Page, { after }, token);
    records.push(...page.records);
    ({ seq: after, more } = page);
  }
  return records;
}

/** The answer to one entry, as it came from the Worker. */
type Answered = z.infer<typeof Answers>['answers'][number];

/** A demo that its own rules refuse is our mistake, however small the part: throws, and says which entry it is. */
export function mustBeAccepted(entries: OperatorRestore['entries'], answers: readonly Answered[]): void {
  for (const entry of entries) {
    const answer = answers.find(({ id }) => id === entry.id);
    if (answer?.ok) continue;
    const { code, detail = undefined } = answer?.problem ?? { code: 'unreachable' };
    const what = JSON.stringify(entry.body).slice(0, 300);
    throw new Refused(code, [entry.name, detail, what].filter(Boolean).join(' '));
  }
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
