import { findPupilData } from '../evidence/pupil-data.ts';
import { type Change, changeAt } from './change.ts';
import { withValue } from './pointer.ts';
import type { PublicReview } from './public-review.ts';
import { textsOf } from './public-texts.ts';
import { titles, withoutNames } from './without-names.ts';

/** Takes out names of staff who did not agree to be named, and points out what may name a pupil or a colleague. */
export function safeWords(
  given: PublicReview,
  unnamed: readonly string[],
): { review: PublicReview; changes: Change[] } {
  let review = given;
  const changes: Change[] = [];
  const nameless = withoutNames(unnamed);
  for (const { at, text, where, ours, most } of textsOf(given)) {
    let words = text;
    if (ours) {
      words = nameless(text).slice(0, most);
      if (words !== text) {
        review = withValue(review, at, words);
        changes.push(changeAt(at, { what: 'name-removed', where, before: text, after: words }));
      }
    }
    for (const { start, end } of [...findPupilData(words), ...(ours ? partsOfNames(unnamed, words) : [])])
      changes.push(changeAt(`${at}@${start}`, { what: 'look', where, before: words.slice(start, end) }));
  }
  return { review, changes: [...changes, ...unopened(given)] };
}

/** What is cited and cannot be opened by the public may be a file of somebody's own: a person says that it may be named. */
const unopened = ({ what }: PublicReview): Change[] =>
  what.flatMap(({ evidence }, i) =>
    evidence.flatMap(({ n, source }, j) => {
      if (!source || source.url) return [];
      const before = [source.title, source.author, source.publisher].filter(Boolean).join(', ');
      const where = `Citation ${n}: a document without a public address`;
      return [changeAt(`/what/${i}/evidence/${j}/source`, { what: 'look', where, before })];
    }),
  );

/** Where a member may be named by first name or surname alone: it may be anybody of that name, so a person looks. */
export function partsOfNames(names: readonly string[], text: string): { start: number; end: number }[] {
  const parts = new Set(
    names
      .flatMap((name) => name.split(/\s+/))
      .filter((part) => /^\p{L}[\p{L}'’-]{2,}$/u.test(part) && !new RegExp(`^${titles}$`, 'iu').test(part))
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1)),
  );
  return [...text.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{2,}/gu)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s?$/, '');
    const found = [bare, bare.split('-')[0] ?? ''].find((one) => parts.has(one));
    return found ? [{ start: index, end: index + found.length }] : [];
  });
}
