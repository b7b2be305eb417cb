import { Member } from '../../../shared/cluster/members.ts';
import { School } from '../../../shared/cluster/schools.ts';
import type { Activity as ActivityBody } from '../../../shared/cycles/activity.ts';
import type { Cycle as CycleBody } from '../../../shared/cycles/cycle.ts';
import type { Decision as DecisionBody } from '../../../shared/cycles/decision.ts';
import type { Gathering as GatheringBody } from '../../../shared/cycles/gathering.ts';
import { Evidence } from '../../../shared/evidence/evidence.ts';
import { Tag } from '../../../shared/evidence/tags.ts';
import type { Weighing as WeighingBody } from '../../../shared/evidence/weighing.ts';
import { Priority } from '../../../shared/priorities/priority.ts';
import { defineKind, type Record } from '../../../shared/record.ts';
import type { View } from '../view.ts';
import type { Known } from './facets.ts';

// By their names alone: the modules that declare them bring their actions along, which a search has no use for.
const Activity = defineKind<ActivityBody>('activity');
const Cycle = defineKind<CycleBody>('cycle');
const Decision = defineKind<DecisionBody>('decision');
const Gathering = defineKind<GatheringBody>('gathering');
const Weighing = defineKind<WeighingBody>('weighing');

const bodies = <Body>(records: readonly Record<Body>[]): Body[] => records.flatMap(({ body }) => body ?? []);
const withIds = <Body>(records: readonly Record<Body>[]): (Body & { id: string })[] =>
  records.flatMap(({ id, body }) => (body ? [{ ...body, id }] : []));

/** What the cluster is like now, as far as entries of its log are told apart by it. */
export async function readKnown(view: View): Promise<Known> {
  const kinds = { Priority, Member, School, Tag, Cycle, Weighing, Gathering, Activity, Decision };
  const [me, all] = await Promise.all([view.me(), view.lists(kinds)]);
  // What was taken back counts no more.
  const weighings = bodies(all.Weighing).filter(({ back }) => !back);
  const strands = new Map(withIds(all.Activity).map(({ id, strand }) => [id, strand]));
  return {
    me: me?.actor.member,
    priorities: withIds(all.Priority),
    members: withIds(all.Member),
    schools: withIds(all.School),
    codebook: all.Tag,
    cycles: all.Cycle,
    weighings: newestOf(weighings),
    added: addedBy(weighings),
    gathered: bodies(all.Gathering)
      .filter(({ ended }) => !ended)
      .map(({ in: { kind, id }, evidence }) => {
        const strand = strands.get(id);
        return { evidence, ...(kind === Cycle.kind && { cycle: id }), ...(strand && { strand }) };
      }),
    decided: new Set(bodies(all.Decision).flatMap(({ about }) => (about?.kind === Evidence.kind ? [about.id] : []))),
  };
}

/** Tags that weighings added, by the entry. */
function addedBy(weighings: readonly WeighingBody[]): Map<string, string[]> {
  const added = new Map<string, string[]>();
  for (const { evidence, tags = [] } of weighings) {
    if (tags.length > 0) added.set(evidence, [...(added.get(evidence) ?? []), ...tags]);
  }
  return added;
}

/** Each person's newest weighing of each wording. */
function newestOf(weighings: readonly WeighingBody[]): WeighingBody[] {
  const newest = new Map<string, WeighingBody>();
  for (const one of weighings) {
    const key = `${one.evidence} ${one.wording} ${one.by}`;
    if (one.at >= (newest.get(key)?.at ?? 0)) newest.set(key, one);
  }
  return [...newest.values()];
}
