import type { Write } from '../action.ts';
import type { Blanks } from '../blank.ts';
import { Rules } from '../cluster/engagement.ts';
import { Purpose } from '../cluster/purpose.ts';
import { School } from '../cluster/schools.ts';
import { mostBehaviours, Value } from '../cluster/values.ts';
import { Activity } from '../cycles/activity.ts';
import { Cycle } from '../cycles/cycle.ts';
import { Decision, Meeting } from '../cycles/decision.ts';
import { Trial } from '../cycles/trial.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Response } from '../evidence/response.ts';
import { Weighing } from '../evidence/weighing.ts';
import { Agreement } from '../priorities/agreement.ts';
import { Indicator } from '../priorities/indicator.ts';
import { Noticing } from '../priorities/noticing.ts';
import { Priority, strands } from '../priorities/priority.ts';
import { Reading } from '../priorities/reading.ts';
import { Target } from '../priorities/target.ts';
import type { Kind, Record } from '../record.ts';
import { Question } from './question-kind.ts';
import { Review, Section, SignOff } from './review-kind.ts';

const listed = (list: string) =>
  Object.fromEntries(Array.from({ length: mostBehaviours }, (_, i) => [`${list}.${i}`, undefined]));

/** Where people write words of their own, in records; beside a path, what an action calls it otherwise. */
const words: readonly (readonly [kind: Kind<object>, paths: { [path: string]: string | undefined }])[] = [
  [Purpose, { text: undefined }],
  [Rules, { text: undefined }],
  [Value, { title: undefined, ...listed('adopt'), ...listed('refuse') }],
  [School, { 'away.reason': undefined }],
  [Noticing, { text: undefined }],
  [Agreement, { objection: undefined }],
  [Indicator, { name: undefined, about: undefined }],
  [Reading, { note: undefined }],
  [Target, { contribution: undefined }],
  [
    Priority,
    {
      ...{ title: undefined, description: undefined, alone: undefined, 'adopted.minuted': 'minuted' },
      ...{ 'closed.learned': 'learned', 'closed.kept': 'kept', 'dropped.reason': 'reason' },
      ...Object.fromEntries(
        strands.flatMap((strand) => ['plan', 'who'].map((what) => [`plans.${strand}.${what}`, undefined])),
      ),
    },
  ],
  [Evidence, { note: undefined }],
  [Weighing, { reason: undefined, soWhat: undefined }],
  [Response, { text: undefined }],
  [Activity, { title: undefined, focus: undefined, saw: undefined, willDo: undefined, 'reply.text': 'text' }],
  // What it was closed with was its reflection before.
  [Cycle, { question: undefined, reflection: undefined, 'closed.reflection': 'reflection', 'closed.tell': 'tell' }],
  [Trial, { what: undefined, did: undefined }],
  [Meeting, { title: undefined, notes: undefined }],
  [Decision, { text: undefined, why: undefined, 'done.outcome': 'outcome' }],
  [Review, { 'withdrawn.reason': 'reason' }],
  [Section, { text: undefined }],
  [SignOff, { text: undefined }],
  [Question, { text: undefined, 'answer.asked': 'asked', 'answer.text': undefined, 'answer.changed': 'changed' }],
];

/** What is looked through for a name. */
export const wordedKinds: readonly Kind<object>[] = words.map(([kind]) => kind);

const textAt = (body: object, path: string): string | undefined => {
  const there = path
    .split('.')
    .reduce<unknown>(
      (at, field) => (at && typeof at === 'object' ? (at as { [f: string]: unknown })[field] : undefined),
      body,
    );
  return typeof there === 'string' ? there : undefined;
};

/**
 * A text with another name in the place of one, wherever that stands in full and by itself. A name of one word only where
 * somebody is called with it ('@Will'): by itself it may be another's, or no name at all.
 */
export function renamed(text: string, name: string, other: string): string {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const before = parts.length > 1 ? String.raw`(?<![\p{L}\p{N}])@?` : '@';
  return text.replace(new RegExp(`${before}${parts.join(String.raw`\s+`)}(?![\\p{L}\\p{N}])`, 'giu'), () => other);
}

/**
 * What takes a member's name out of words that stay: those that were said in a school's or the cluster's name, and what
 * others wrote of them. The words stay as they are but for the name. Of what the member wrote, earlier wordings go, since
 * the name may stand in one that nobody sees any more.
 */
export function unnamed(
  list: (kind: Kind<object>) => readonly Record<object>[],
  { id, name, other }: { id: string; name: string; other: string },
): Write[] {
  return words.flatMap(([kind, paths]) =>
    list(kind).flatMap((one): Write[] => {
      const { body } = one;
      if (!body) return [];
      const { by, edited } = body as { by?: string; edited?: unknown };
      const editor = (edited as { by?: string } | undefined)?.by;
      const theirs = (by === id || editor === id) && one.rev > 1;
      const blanks: Blanks = {};
      for (const [path, called] of Object.entries(paths)) {
        const text = textAt(body, path);
        if (text === undefined) {
          // A list may have been longer before.
          if (theirs && /\.\d+$/.test(path)) blanks[path] = '';
          continue;
        }
        const without = renamed(text, name, other);
        if (without === text && !theirs) continue;
        blanks[path] = without;
        if (called) blanks[called] = without;
      }
      return Object.keys(blanks).length > 0
        ? [{ op: 'blank', kind: kind.kind, id: one.id, words: blanks, kept: true }]
        : [];
    }),
  );
}
