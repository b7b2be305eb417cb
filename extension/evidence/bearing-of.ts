import { type Evidence, isWithdrawn, type Stance } from '../../shared/evidence/evidence.ts';
import type { Record } from '../../shared/record.ts';

type Seen = Record<Evidence> & { body: Evidence };

/** What the log says to a priority: how much of each stance, and of each the newest. */
export interface Bearing {
  counts: { [stance in Stance | 'none']: number };
  supports: Seen[];
  challenges: Seen[];
}

/** What bears on a priority, the newest first; what was withdrawn is left out. */
export function bearingOn(evidence: readonly Record<Evidence>[], priority: string): Bearing {
  const counts = { supports: 0, challenges: 0, context: 0, none: 0 };
  const found: Bearing = { counts, supports: [], challenges: [] };
  for (const record of evidence) {
    const { body } = record;
    if (!body || isWithdrawn(body) || !body.priorities.includes(priority)) continue;
    const seen = { ...record, body };
    counts[body.stance ?? 'none']++;
    if (body.stance === 'supports') found.supports.push(seen);
    if (body.stance === 'challenges') found.challenges.push(seen);
  }
  for (const list of [found.supports, found.challenges]) list.sort((a, b) => b.body.at - a.body.at);
  return found;
}
