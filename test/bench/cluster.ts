import { Agent, request } from 'node:http';
import { type Group, limits } from '../../shared/action.ts';
import { type Issued, type Joined, newKeys } from '../../shared/cluster/access.ts';
import { newClusterId, newId } from '../../shared/ids.ts';
import { proposePriority } from '../../shared/priorities/priority.ts';
import { Answers, Page } from '../../shared/sync.ts';

export type Post = (path: string, body: string, token?: string) => Promise<string>;

/** Sends requests over connections that stay open, with as little work of our own as Node allows. */
export function createPost(address: string): { post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true });
  const post: Post = (path, body, token) =>
    new Promise((resolve, reject) => {
      const headers: { [name: string]: string | number } = { 'content-length': Buffer.byteLength(body) };
      if (body !== '') headers['content-type'] = 'application/json';
      if (token) headers.authorization = `Bearer ${token}`;
      const sent = request(
        `${address}/api/${path}`,
        { agent, method: body === '' ? 'GET' : 'POST', headers },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () => {
            const text = Buffer.concat(parts).toString();
            if (answer.statusCode === 200) resolve(text);
            else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** Checks the answers to a batch: a bench that is refused measures nothing. */
export function checkAccepted(answer: string, count: number): void {
  const { answers } = Answers.parse(JSON.parse(answer));
  const refused = answers.find((one) => !one.ok);
  if (refused || answers.length !== count)
    throw new Error(`Not accepted: ${JSON.stringify(refused ?? answers.length)}`);
}

/** A cluster to measure with: who may act in it, and its three priorities. */
export interface BenchCluster {
  id: string;
  token: string;
  priorities: string[];
}

export async function foundCluster(post: Post): Promise<BenchCluster> {
  const id = newClusterId();
  const body = { id, name: 'Bench', word: 'cluster', founder: 'Bench', device: 'Bench', keys: newKeys() };
  const { token } = JSON.parse(await post('clusters', JSON.stringify(body))) as Joined;
  const priorities = [newId(), newId(), newId()];
  const groups = priorities.map(
    (priority, i): Group => [
      { id: newId(), name: proposePriority.name, body: { id: priority, title: `Priority ${i + 1}` }, at: Date.now() },
    ],
  );
  checkAccepted(await post('actions', JSON.stringify({ groups }), token), groups.length);
  return { id, token, priorities };
}

/** Appends groups of one action each, in batches as large as the Worker takes. */
export async function append(post: Post, { token }: BenchCluster, groups: Group[]): Promise<void> {
  for (let i = 0; i < groups.length; i += limits.groupsPerBatch) {
    const batch = groups.slice(i, i + limits.groupsPerBatch);
    checkAccepted(await post('actions', JSON.stringify({ groups: batch }), token), batch.length);
  }
}

/** A code with which many devices may join. */
export async function inviteMany(post: Post, { token }: BenchCluster): Promise<string> {
  const body = JSON.stringify({ role: 'leader', schools: [], uses: 100, days: 1 });
  return (JSON.parse(await post('invitations', body, token)) as Issued).code;
}

/** Every record of the cluster, as it travels. */
export async function allRecords(post: Post, { token }: BenchCluster): Promise<Page['records']> {
  const records: Page['records'] = [];
  for (let after = 0; ; ) {
    const page = Page.parse(JSON.parse(await post('changes', JSON.stringify({ after }), token)));
    records.push(...page.records);
    if (!page.more) return records;
    after = page.seq;
  }
}
