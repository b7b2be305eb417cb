import { actions } from '../../shared/actions.ts';
import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { type Changes, foldGroup } from '../../shared/fold.ts';
import { newClusterId, newId } from '../../shared/ids.ts';
import { type Kind, keyOf, type Record } from '../../shared/record.ts';
import { Publicity } from '../../shared/reviews/public-kind.ts';
import { settlePublicity } from '../../shared/reviews/publicity.ts';
import type { Entry } from '../tools/demo/past.ts';
import { publishDemo } from '../tools/demo/review.ts';
import { readDemoScript } from '../tools/demo/script.ts';
import { writeDemo } from '../tools/demo/write.ts';
import { snapshotOf } from './world.ts';

export const pages = 'http://127.0.0.1:8788';
export const script = readDemoScript();

/** The demo as it is filled on a day: every entry folded as the Worker does, each as its author at its time. */
export function demoOn(today: Date) {
  const keeper = newId(today.getTime());
  const cluster = newClusterId();
  const records: Changes = new Map();
  let seq = 1;
  const put = <Body>({ kind, v }: Kind<Body>, id: string, body: Body) =>
    records.set(keyOf({ kind, id }), { kind, id, v, rev: 1, seq, body });
  put(Member, keeper, { name: script.keeper, role: 'coordinator', schools: [], joined: today.getTime() });
  put(Cluster, cluster, { name: script.name, word: script.word, demo: true, founded: today.getTime() });
  const all = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...snapshotOf(records).list(kind.kind)].map((record) => ({ ...record, body: kind.read(record) }));
  const refused: string[] = [];
  const enter = ({ by, at, id, name, body }: Entry) => {
    const member = all(Member).find((one) => one.id === by)?.body;
    const actor: Actor = member
      ? { member: by, role: member.role, schools: member.schools }
      : { member: by, role: by === 'operator' ? 'operator' : 'observer', schools: [] };
    seq++;
    const folded = foldGroup(snapshotOf(records), [{ id, name, body, at }], {
      ...{ known: actions, actor, now: at, seq, hasBlob: () => false },
    });
    if (folded.ok) for (const [key, record] of folded.changes) records.set(key, record);
    else refused.push(`${name} ${folded.problem.code} ${folded.problem.detail ?? ''} ${JSON.stringify(body)}`);
  };
  const past = writeDemo(script, keeper, pages, today);
  const entries = past.entries();
  for (const entry of entries) enter(entry);

  /** Publishes the demo's review, as the demo does once it is filled. */
  const publish = () =>
    publishDemo(past, {
      records: async () => [...records.values()].sort((a, b) => a.seq - b.seq),
      restore: async (more) => more.forEach(enter),
      wait: async () => {
        const { slug = '', at = 0 } = all(Publicity)[0]?.body ?? {};
        enter({ by: 'operator', at, id: newId(), name: settlePublicity.name, body: { slug, taken: false } });
      },
    });
  return { entries, refused, all, publish };
}
