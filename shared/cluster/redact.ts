import * as z from 'zod/mini';
import { defineAction } from '../action.ts';
import type { Blanks } from '../blank.ts';
import { Id } from '../ids.ts';
import { ok } from '../problem.ts';

/** What stands where words were removed that something else leans on. In the record, so that every build shows it. */
export const removedWords = 'Removed on request';

/** Days for which the platform's backups keep what was erased. */
export const backupDays = 30;

/** Kinds that are emptied whole. A member is taken out in another way, and a cluster's and a school's name are public. */
const whole = ['evidence', 'priority', 'value', 'followed', 'tag', 'search'] as const;

/**
 * Kinds of which only the words go, with where those stand in the record and in its actions. The thing itself stays,
 * since others lean on it: a figure is still a figure, an objection still objects, a school has still noticed, and no
 * earlier wording takes the place of one that was removed.
 */
const parts = {
  purpose: { text: removedWords },
  rules: { text: removedWords },
  noticing: { text: removedWords },
  agreement: { objection: removedWords },
  indicator: { name: removedWords, about: '', 'source.title': removedWords },
  reading: { note: removedWords, 'source.title': removedWords },
  target: { contribution: removedWords },
  school: { 'away.reason': removedWords },
  weighing: { reason: removedWords, soWhat: removedWords },
  response: { text: removedWords },
  // Where an action calls a word otherwise than the record does, both places are named.
  activity: {
    ...{ title: removedWords, focus: removedWords, saw: removedWords, willDo: removedWords },
    ...{ 'reply.text': removedWords, text: removedWords },
  },
  cycle: {
    ...{ question: removedWords, reflection: removedWords, tell: removedWords },
    ...{ 'closed.reflection': removedWords, 'closed.tell': removedWords },
  },
  trial: { what: removedWords, did: removedWords },
  meeting: { title: removedWords, notes: removedWords },
  // What was published of them is taken out of every edition besides: see reviews/edition.ts.
  review: { 'withdrawn.reason': removedWords, reason: removedWords },
  section: { text: removedWords },
  citation: { exact: removedWords },
  'sign-off': { text: removedWords },
  question: {
    ...{ text: removedWords, asked: removedWords, changed: removedWords, 'from.name': removedWords },
    ...{ 'answer.asked': removedWords, 'answer.text': removedWords, 'answer.changed': removedWords },
  },
  decision: { text: removedWords, why: removedWords, outcome: removedWords, 'done.outcome': removedWords },
} as const satisfies { [kind: string]: Blanks };

const partial = Object.keys(parts) as (keyof typeof parts)[];

/** Every kind of which words can be removed. */
export type Redactable = (typeof whole)[number] | keyof typeof parts;

/** Where the words of a kind stand, in its records and in its actions, and what takes their place. */
export const wordsOf = (kind: keyof typeof parts): Blanks => parts[kind];

const isPartial = (kind: Redactable): kind is keyof typeof parts => Object.hasOwn(parts, kind);

/** Whether the whole record goes, or only its words. */
export const goesWhole = (kind: Redactable): boolean => !isPartial(kind);

/** Removes a record's words, in records and log alike. That it was there stays. */
export const redact = defineAction({
  name: 'record.redact',
  capability: 'record.redact',
  body: z.strictObject({ kind: z.enum([...whole, ...partial]), id: Id }),
  reads: (ref) => [ref],
  decide: ({ kind, id }) =>
    ok([isPartial(kind) ? { op: 'blank', kind, id, words: parts[kind] } : { op: 'erase', kind, id }]),
});
