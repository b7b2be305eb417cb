import { type Evidence, isWithdrawn } from '../evidence/evidence.ts';
import { type Response, unansweredOf } from '../evidence/response.ts';
import { conditionsOf, wordOf } from '../priorities/agreement.ts';
import { type Dealings, dayAt, figuresDue, grouped, isWanted, type Owed, owedOn } from '../priorities/due.ts';
import type { Priority } from '../priorities/priority.ts';
import { progressOf, progressSentence } from '../priorities/progress.ts';
import type { Record } from '../record.ts';
import type { Activity } from './activity.ts';
import type { Cycle } from './cycle.ts';
import { type Decision, type Meeting, replacedBy } from './decision.ts';

type Known<Body> = Record<Body> & { body: Body };

/** Everything that the page for a meeting is made of; lists may hold more than is needed. */
export interface MeetingScene {
  dealings: Dealings;
  /** What reached the log since then, or more. */
  evidence: readonly { body: Evidence }[];
  responses: readonly Record<Response>[];
  cycles: readonly Record<Cycle>[];
  activities: readonly Record<Activity>[];
  decisions: readonly Record<Decision>[];
}

/** Something that the meeting has to decide. */
export type Needed =
  | { what: 'ready'; priority: string; title: string }
  | { what: 'objection'; priority: string; title: string; school: string; reason: string }
  | { what: 'reflect'; cycle: string; question: string };

/** A priority since then: where it is, and what is new for and against it, the newest first. */
export interface PrioritySince {
  id: string;
  body: Priority;
  progress: string;
  supports: Evidence[];
  challenges: Evidence[];
  /** New pieces that say neither. */
  other: number;
}

/** What a meeting talks about. */
export interface SinceThen {
  priorities: PrioritySince[];
  /** New evidence that bears on none of them, the newest first. */
  loose: Evidence[];
  unanswered: Known<Response>[];
  owed: { school: string; owed: Owed[] }[];
  needed: Needed[];
  /** Decisions that stand and that somebody is to carry out: what is due first comes first, what has no day last. */
  open: Known<Decision>[];
  /** Decisions that were carried out since then. */
  done: Known<Decision>[];
  /** What was decided since then, and nobody has to carry out. */
  decided: Known<Decision>[];
  /** Activities that began between then and the day, the earliest first. */
  activities: Known<Activity>[];
}

const known = <Body>(records: readonly Record<Body>[]): Known<Body>[] =>
  records.flatMap((one) => (one.body === null ? [] : [{ ...one, body: one.body }]));

/** The newest meeting that was held, by its day; of several on one day the one that was entered last. */
export const newestMeeting = (meetings: readonly Record<Meeting>[]): Known<Meeting> | undefined =>
  known(meetings)
    .toSorted((a, b) => (a.body.on === b.body.on ? a.body.at - b.body.at : a.body.on < b.body.on ? -1 : 1))
    .at(-1);

/** The moment at which a day begins (ISO 8601; the days are UTC). */
export const sinceDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * From when on things are new after a meeting: since it was entered, where that was on its own day, for then it saw
 * what was there. One that was entered later saw what was there when its day began; better told twice than not at all.
 */
export const sinceMeeting = ({ on, at }: Pick<Meeting, 'on' | 'at'>): number => (dayAt(at) === on ? at : sinceDay(on));

/** Whether somebody is yet to carry it out. */
const isOpen = ({ done, owner, due }: Decision): boolean => !done && (owner !== undefined || due !== undefined);

/** What belongs on the page of a meeting: what happened from a moment (the server's clock) to a day (ISO 8601). */
export function sinceThen(scene: MeetingScene, since: number, day: string): SinceThen {
  const { dealings } = scene;
  const live = known(dealings.priorities)
    .filter(({ body }) => body.state === 'agreed' || body.state === 'proposed')
    .sort((a, b) => Number(b.body.state === 'agreed') - Number(a.body.state === 'agreed'));
  const ids = new Set(live.map(({ id }) => id));
  const fresh = scene.evidence
    .map(({ body }) => body)
    .filter((body) => body.at >= since && !isWithdrawn(body))
    .sort((a, b) => b.at - a.at);
  const owed = owedOn(dealings, day);
  const replaced = replacedBy(scene.decisions);
  const decisions = known(scene.decisions);
  const standing = decisions.filter(({ id }) => !replaced.has(id));
  return {
    priorities: live.map(({ id, body }) => {
      const its = fresh.filter(({ priorities }) => priorities.includes(id));
      const supports = its.filter(({ stance }) => stance === 'supports');
      const challenges = its.filter(({ stance }) => stance === 'challenges');
      const progress = progressSentence(progressOf(dealings, id), figuresDue(owed, dealings.indicators, id));
      return { id, body, progress, supports, challenges, other: its.length - supports.length - challenges.length };
    }),
    loose: fresh.filter(({ priorities }) => !priorities.some((id) => ids.has(id))),
    unanswered: unansweredOf(scene.responses),
    owed: grouped(owed.filter(isWanted), ({ school }) => school).map(([school, its]) => ({ school, owed: its })),
    needed: [...neededOf(dealings, live), ...reflecting(scene.cycles)],
    open: standing
      .filter(({ body }) => isOpen(body))
      .sort((a, b) => ((a.body.due ?? '~') < (b.body.due ?? '~') ? -1 : 1)),
    done: decisions.filter(({ body }) => body.done && body.done.at >= since),
    decided: standing.filter(({ body }) => !body.done && !isOpen(body) && body.at >= since),
    activities: known(scene.activities)
      .filter(({ body }) => !body.calledOff && body.on && body.on >= dayAt(since) && body.on <= day)
      .sort((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1)),
  };
}

function neededOf(dealings: Dealings, live: readonly Known<Priority>[]): Needed[] {
  return live.flatMap((priority): Needed[] => {
    const { id, body } = priority;
    const about = { priority: id, title: body.title };
    const { unready, lacking } = conditionsOf(dealings, priority);
    if (body.state === 'proposed' && unready.length === 0 && lacking.length === 0) return [{ what: 'ready', ...about }];
    return lacking.flatMap(({ school, lacks }): Needed[] => {
      const reason = wordOf(dealings.agreements, priority, school)?.objection;
      return lacks.includes('objection') ? [{ what: 'objection', ...about, school, reason: reason ?? '' }] : [];
    });
  });
}

const reflecting = (cycles: readonly Record<Cycle>[]): Needed[] =>
  known(cycles)
    .filter(({ body }) => body.stage === 'reflect' && !body.closed)
    .map(({ id, body }) => ({ what: 'reflect', cycle: id, question: body.question }));
