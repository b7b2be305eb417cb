import type { Record } from '../../shared/record.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { type Database, getMeta, setMeta } from './database.ts';

/** Under which name the answer to a question is kept while it is written. */
export const answerForm = (question: string): string => `answer ${question}`;

/** Lets go of what is being written in these forms. */
export async function forgetKept(db: Database, forms: readonly string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const kept = await getMeta(db, 'writing');
    if (!kept || !forms.some((form) => Object.hasOwn(kept, form))) return;
    await setMeta(db, 'writing', Object.fromEntries(Object.entries(kept).filter(([form]) => !forms.includes(form))));
  });
}

/** The forms in which words may stand that these records no longer have: a question that was passed on may be a child's. */
export const formsGone = (records: readonly Record[]): string[] =>
  records.flatMap((record) => {
    if (record.kind !== Question.kind) return [];
    const state = Question.read(record)?.state;
    return state === 'new' || state === 'answered' ? [] : [answerForm(record.id)];
  });
