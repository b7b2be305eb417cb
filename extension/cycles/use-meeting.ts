import { Member } from '../../shared/cluster/members.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Activity } from '../../shared/cycles/activity.ts';
import { Cycle } from '../../shared/cycles/cycle.ts';
import { Decision, Meeting } from '../../shared/cycles/decision.ts';
import { type MeetingScene, newestMeeting, sinceDay, sinceMeeting } from '../../shared/cycles/since.ts';
import { Response } from '../../shared/evidence/response.ts';
import { Agreement } from '../../shared/priorities/agreement.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../shared/priorities/target.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { readTitles, type Titles } from './titles.ts';

const kinds = {
  ...{ priorities: Priority, schools: School, indicators: Indicator, readings: Reading, baselines: Baseline },
  ...{ targets: Target, noticings: Noticing, agreements: Agreement, members: Member, responses: Response },
  ...{ cycles: Cycle, activities: Activity, decisions: Decision, meetings: Meeting },
};

/** What the page of a meeting is made of, and since when it tells. */
export interface SeenMeeting extends MeetingScene, Pick<Titles, 'titleOf' | 'hrefOf'> {
  me: Actor;
  members: readonly Record<Member>[];
  meetings: readonly Record<Meeting>[];
  /** The day since which it tells, ISO 8601; nothing where there was no meeting and no day was chosen: it tells all. */
  from: string;
  /** The moment since which it tells. */
  since: number;
}

/** Reads it, anew whenever something of it changes; `chosen` is a day in place of the newest meeting's. */
export function useMeeting(chosen: string): SeenMeeting | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, lists, { titleOf, hrefOf }] = await Promise.all([view.actor(), view.lists(kinds), readTitles(view)]);
    if (!me) return undefined;
    const { members, responses, cycles, activities, decisions, meetings, ...dealings } = lists;
    const last = newestMeeting(meetings)?.body;
    const from = chosen || last?.on || '';
    const since = chosen ? sinceDay(chosen) : last ? sinceMeeting(last) : 0;
    const evidence = await view.evidenceSince(since);
    return {
      ...{ me, dealings, members, responses, cycles, activities, decisions, meetings, evidence, from, since },
      ...{ titleOf, hrefOf },
    };
  }, [chosen]);
}
