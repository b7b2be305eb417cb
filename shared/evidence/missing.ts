import type { Member } from '../cluster/members.ts';
import type { Role } from '../cluster/roles.ts';
import { type School, takesPart } from '../cluster/schools.ts';
import type { Priority } from '../priorities/priority.ts';
import type { Record } from '../record.ts';
import { type Evidence, isWithdrawn } from './evidence.ts';
import { tagKey } from './tags.ts';

/** Who has given nothing to one priority over a time. Everything empty: everyone has been heard. */
export interface Silence {
  priority: string;
  /** How many pieces of evidence it had in that time. */
  count: number;
  /** Schools that take part, by id. */
  schools: string[];
  /** Roles of which the cluster has somebody. */
  roles: Role[];
  /** Tags that the cluster marks as groups of pupils. */
  groups: string[];
  /** Whose own voice is absent: what was heard from them ourselves. */
  voices: ('pupils' | 'families')[];
  /** Schools whose people gave something in that time, none of which anybody else has weighed or answered. */
  unanswered: string[];
}

interface Log {
  priorities: readonly Record<Priority>[];
  schools: readonly Record<School>[];
  members: readonly Record<Member>[];
  evidence: Iterable<{ id: string; body: Evidence }>;
  /** What was weighed or responded to: the piece, and who did it. */
  looks: Iterable<{ evidence: string; by: string }>;
  /** The names of tags that stand for groups of pupils. */
  groups: readonly string[];
}

const giving: readonly Role[] = ['coordinator', 'head', 'leader'];

const heardOf = () => ({
  count: 0,
  schools: new Set<string>(),
  answered: new Set<string>(),
  roles: new Set<Role>(),
  tags: new Set<string>(),
  voices: new Set<string>(),
});

/** Who is missing, for each priority that is proposed or agreed, from evidence since a moment (by the server's clock). */
export function whoIsMissing(log: Log, since: number): Silence[] {
  const { priorities, schools, members, evidence, groups } = log;
  const lookedAt = new Map<string, Set<string>>();
  for (const { evidence: id, by } of log.looks) lookedAt.set(id, (lookedAt.get(id) ?? new Set()).add(by));
  const people = new Map(members.map(({ id, body }) => [id, body]));
  const present = new Set(members.flatMap(({ body }) => (body && !body.left ? [body.role] : [])));
  const heard = new Map(
    priorities
      .filter(({ body }) => body?.state === 'proposed' || body?.state === 'agreed')
      .map(({ id }) => [id, heardOf()]),
  );
  for (const { id: pieceId, body: piece } of evidence) {
    if (piece.at < since || isWithdrawn(piece)) continue;
    const author = people.get(piece.by);
    const isLookedAt = [...(lookedAt.get(pieceId) ?? [])].some((by) => by !== piece.by);
    for (const id of piece.priorities) {
      const of = heard.get(id);
      if (!of) continue;
      of.count++;
      for (const school of author?.schools ?? []) {
        of.schools.add(school);
        if (isLookedAt) of.answered.add(school);
      }
      if (author) of.roles.add(author.role);
      for (const tag of piece.tags) of.tags.add(tagKey(tag));
      if (piece.seen) of.voices.add(piece.seen.how);
    }
  }
  return [...heard].map(([priority, of]) => ({
    priority,
    count: of.count,
    schools: schools.filter((school) => takesPart(school) && !of.schools.has(school.id)).map(({ id }) => id),
    roles: giving.filter((role) => present.has(role) && !of.roles.has(role)),
    groups: groups.filter((group) => !of.tags.has(tagKey(group))),
    voices: (['pupils', 'families'] as const).filter((voice) => !of.voices.has(voice)),
    unanswered: schools
      .filter((school) => takesPart(school) && of.schools.has(school.id) && !of.answered.has(school.id))
      .map(({ id }) => id),
  }));
}
