import { agreePriority, confirmPriority, objectPriority } from '../../../shared/priorities/agreement.ts';
import { recordNoticing } from '../../../shared/priorities/noticing.ts';
import { editPriority, proposePriority } from '../../../shared/priorities/priority.ts';
import { dayOf } from './days.ts';
import { type Past, seen } from './past.ts';
import type { PriorityScript } from './script.ts';

/** Writes a priority from its proposal on: what schools noticed and said, how it was worded, agreed and planned. */
export function writePriority(script: PriorityScript, past: Past): void {
  const { key, title, description, alone, reworded, noticed, said, confirmed, planned } = script;
  const id = past.make(key, past.at(script));
  const words = { ...(description && { description }), ...(alone && { alone }) };
  past.act(script, proposePriority, { id, title, ...words });
  for (const { school, text, ...act } of noticed)
    past.act(act, recordNoticing, { school: past.id(school), priority: id, text });
  for (const { school, wording, objection, ...act } of said) {
    const word = { priority: id, school: past.id(school), wording };
    if (objection === undefined) past.act(act, agreePriority, word);
    else past.act(act, objectPriority, { ...word, objection });
  }
  if (reworded) {
    const { by, daysAgo, time, ...anew } = reworded;
    past.act({ by, daysAgo, time }, editPriority, { id, rev: seen, ...anew });
  }
  if (confirmed) past.act(confirmed, confirmPriority, { id, rev: seen });
  if (!planned) return;
  const { plans, starts, review, ...act } = planned;
  const [from, until] = [dayOf(past.at(starts)), dayOf(past.at(review))];
  past.act(act, editPriority, { id, rev: seen, plans, starts: from, review: until });
}
