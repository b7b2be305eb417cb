import { Member } from '../../shared/cluster/members.ts';
import type { Activity as ActivityBody } from '../../shared/cycles/activity.ts';
import type { Cycle as CycleBody, Verdict } from '../../shared/cycles/cycle.ts';
import type { Decision as DecisionBody } from '../../shared/cycles/decision.ts';
import type { Gathering as GatheringBody } from '../../shared/cycles/gathering.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { dateInWords, dayOf } from '../../shared/evidence/formats/day-words.ts';
import type { Made } from '../../shared/evidence/formats/made.ts';
import type { Response as ResponseBody } from '../../shared/evidence/response.ts';
import { readTags, Tag, tagReader } from '../../shared/evidence/tags.ts';
import { type Weighing as WeighingBody, weighingsByPiece, weighingsOf } from '../../shared/evidence/weighing.ts';
import { defineKind, type Record } from '../../shared/record.ts';
import type { View } from './view.ts';

// By their names alone: the modules that declare them bring their actions along.
const Activity = defineKind<ActivityBody>('activity');
const Cycle = defineKind<CycleBody>('cycle');
const Decision = defineKind<DecisionBody>('decision');
const Gathering = defineKind<GatheringBody>('gathering');
const Response = defineKind<ResponseBody>('response');
const Weighing = defineKind<WeighingBody>('weighing');

const ended: { readonly [verdict in Verdict]: string } = {
  adopt: 'adopted',
  adapt: 'adapted',
  abandon: 'abandoned',
};

/** What a group made of the pieces of the log, and what their tags are now. */
export interface MadeOf {
  madeOf(piece: { id: string; body: Evidence }): Made;
  /** The tags of a piece as they stand now: renames and merges followed, with those that weighings added. */
  tagsOf(piece: { id: string; body: Evidence }): string[];
  /** The cycles and the decisions themselves, a line for each; parts with nothing in them are left out. */
  closing: { title: string; lines: string[] }[];
}

/** Reads what was made of pieces: weighings, responses, what they were gathered in and what was decided about them. */
export async function readMadeOf(view: Pick<View, 'lists'>): Promise<MadeOf> {
  const all = await view.lists({ Member, Weighing, Response, Gathering, Cycle, Activity, Decision, Tag });
  const names = new Map(all.Member.map(({ id, body }) => [id, body?.name ?? '']));
  const nameOf = (member: string) => names.get(member) || 'A member';
  const byPiece = weighingsByPiece(all.Weighing);
  const responses = grouped(all.Response, ({ to }) => (to.kind === Evidence.kind ? to.id : undefined));
  const gatherings = grouped(all.Gathering, ({ evidence, ended: over }) => (over ? undefined : evidence));
  const decisions = grouped(all.Decision, ({ about }) => (about?.kind === Evidence.kind ? about.id : undefined));
  const titles = new Map([
    ...all.Cycle.map(({ id, body }): [string, string] => {
      const verdict = body?.closed && ended[body.closed.verdict];
      return [id, [body?.question, verdict && `(${verdict})`].filter(Boolean).join(' ')];
    }),
    ...all.Activity.map(({ id, body }): [string, string] => [id, body?.title ?? '']),
  ]);
  const nameOfTag = tagReader(all.Tag);
  const cycles = all.Cycle.flatMap(({ id, body }) => {
    const { reflection, tell } = body?.closed ?? {};
    return body ? [[titles.get(id), reflection, tell && `For the others: ${tell}`]] : [];
  });
  const decided = all.Decision.flatMap(({ body }) => {
    if (!body) return [];
    const { text, why, owner, due, done, at, by } = body;
    const who = `${nameOf(by)}, ${dateInWords(dayOf(at))}`;
    const todo = [owner && nameOf(owner), due && `by ${dateInWords(due)}`].filter(Boolean).join(', ');
    const carried = done && `Carried out: ${done.outcome || dateInWords(dayOf(done.at))}`;
    return [[text, why, who, todo && `To do: ${todo}`, carried]];
  });
  const lines = (parts: readonly (readonly (string | undefined)[])[]) =>
    parts.map((one) => one.filter(Boolean).join(' · '));
  return {
    closing: [
      { title: 'Cycles', lines: lines(cycles) },
      { title: 'Decisions', lines: lines(decided) },
    ].filter((part) => part.lines.length > 0),
    tagsOf({ id, body }) {
      const added = (byPiece.get(id) ?? []).flatMap((one) => (one.body?.back ? [] : (one.body?.tags ?? [])));
      return readTags([...body.tags, ...added], nameOfTag);
    },
    madeOf({ id, body }) {
      const records = byPiece.get(id) ?? [];
      const idOf = (one: WeighingBody) => records.find((record) => record.body === one)?.id ?? id;
      return {
        weighings: weighingsOf(records, { id, body }).map((one) => ({
          ...{ id: idOf(one), member: one.by, by: nameOf(one.by), at: one.at, relevant: one.relevant },
          ...{ reason: one.reason, strength: one.strength, stance: one.stance, soWhat: one.soWhat },
        })),
        responses: (responses.get(id) ?? []).map((one) => ({
          ...{ id: one.id, member: one.body.by, by: nameOf(one.body.by), at: one.body.at },
          ...{ how: one.body.how, text: one.body.text, answers: one.body.answers },
        })),
        gathered: (gatherings.get(id) ?? []).flatMap((one) => titles.get(one.body.in.id) || []),
        decided: (decisions.get(id) ?? []).map((one) => one.body.text),
      };
    },
  };
}

/** Records by what they are about; those that are about none are left out. */
function grouped<Body>(records: readonly Record<Body>[], keyOf: (body: Body) => string | undefined) {
  const groups = new Map<string, (Record<Body> & { body: Body })[]>();
  for (const one of records) {
    const key = one.body === null ? undefined : keyOf(one.body);
    if (one.body === null || key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push({ ...one, body: one.body });
    else groups.set(key, [{ ...one, body: one.body }]);
  }
  return groups;
}
