import type { Evidence } from '../evidence/evidence.ts';
import { isWithdrawn } from '../evidence/evidence.ts';
import { type Response, unansweredOf } from '../evidence/response.ts';
import type { Priority } from '../priorities/priority.ts';
import type { Record, Ref } from '../record.ts';

/** What a digest is made of. */
export interface DigestOf {
  cluster: string;
  /** Where the cluster is; without it there is no link. */
  address?: string | undefined;
  /** From when on (the server's clock). */
  since: number;
  priorities: readonly Record<Priority>[];
  evidence: Iterable<{ id: string; body: Evidence }>;
  /** The pieces that nobody has looked at. */
  unweighed: ReadonlySet<string>;
  responses: readonly Record<Response>[];
  /** What is owed, by the school's name. */
  owed: readonly { school: string; count: number }[];
  nameOf(member: string): string;
  /** What something that was responded to is, in a few words. */
  titleOf(ref: Ref): string;
}

const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** So many letters of what somebody said are quoted, and so many challenges are listed. */
const most = { letters: 140, challenges: 5 };

const cut = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > most.letters ? `${line.slice(0, most.letters - 1).trimEnd()}…` : line;
};

/** The week in the cluster, as plain text for an e-mail or a chat: short and kind. */
export function digestOf(of: DigestOf): string {
  const active = of.priorities.flatMap(({ id, body }) =>
    body?.state === 'agreed' || body?.state === 'proposed' ? [{ id, title: body.title }] : [],
  );
  const fresh = [...of.evidence].filter(({ body }) => body.at >= of.since && !isWithdrawn(body));
  const told = active.map(({ id, title }) => ({ title, of: fresh.filter(({ body }) => body.priorities.includes(id)) }));
  const quiet = told.filter((one) => one.of.length === 0).map(({ title }) => title);
  const lines = [`Dear colleagues,`, '', `The week in ${of.cluster}:`, ''];
  for (const one of told) if (one.of.length > 0) lines.push(`– ${one.title}: ${newIn(one.of)}.`);
  if (fresh.length === 0) lines.push('– Nothing new was saved. A quiet week is fine.');
  else if (quiet.length > 0) lines.push(`– Nothing new yet on: ${quiet.join('; ')}.`);
  if (of.unweighed.size > 0) {
    lines.push(`– ${several(of.unweighed.size, 'piece waits', 'pieces wait')} for somebody to look at it.`);
  }
  lines.push(...challenges(of), ...owed(of));
  if (of.address) lines.push('', `All of it: ${of.address.replace(/\/+$/, '')}/app/#/review`);
  return [...lines, '', 'Thank you for what you gave this week.'].join('\n');
}

function newIn(pieces: readonly { body: Evidence }[]): string {
  const count = (stance: Evidence['stance']) => pieces.filter(({ body }) => body.stance === stance).length;
  const [supports, against] = [count('supports'), count('challenges')];
  const sides = [
    ...(supports > 0 ? [several(supports, 'supports it', 'support it')] : []),
    ...(against > 0 ? [several(against, 'challenges it', 'challenge it')] : []),
  ];
  return `${pieces.length} new${sides.length > 0 ? `, of which ${sides.join(' and ')}` : ''}`;
}

function challenges({ responses, nameOf, titleOf }: DigestOf): string[] {
  const open = unansweredOf(responses);
  if (open.length === 0) return [];
  const rest = open.length - most.challenges;
  return [
    '',
    'Somebody asked, and would like an answer:',
    ...open
      .slice(0, most.challenges)
      .map(({ body }) => `– ${nameOf(body.by)}, about ${titleOf(body.to)}: ${cut(body.text)}`),
    ...(rest > 0 ? [`– and ${rest} more`] : []),
  ];
}

function owed({ owed }: DigestOf): string[] {
  const open = owed.filter(({ count }) => count > 0);
  if (open.length === 0) return [];
  return [
    '',
    'Still open, each a minute’s work:',
    ...open.map(({ school, count }) => `– ${school}: ${several(count, 'thing', 'things')}`),
  ];
}
