import type { Record } from '../record.ts';
import { type Content, contentOf } from './content.ts';
import type { SignOff } from './review-kind.ts';
import type { ContentScene } from './scene.ts';

/**
 * Which wording of a draft this is: a hash of everything that would be published over a signature, so that a signature is
 * to one content and to no other, whichever records it comes from.
 */
export const wordingOf = (scene: ContentScene): number => wordingOfContent(contentOf(scene).content);

/** The wording of content that is at hand. */
export const wordingOfContent = (content: Content): number => hash(canonical(content));

/** A value as text. It is the same in whatever order its fields and lists come: devices do not all keep them in one. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).filter(([, its]) => its !== undefined);
  return `{${fields
    .map(([name, its]) => `${JSON.stringify(name)}:${canonical(its)}`)
    .sort()
    .join()}}`;
}

/** 53 bits, more than nothing: two hashes in the manner of FNV-1a, the second of other beginnings, each stirred at last. */
function hash(text: string): number {
  let [a, b] = [0x811c9dc5, 0x2f0b4c47];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a = stirred(a);
  b = stirred(b);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0) || 1;
}

function stirred(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** What a school last said of a draft, where it is still to this wording. */
export function signatureOf(
  signOffs: readonly Record<SignOff>[],
  { review, school, wording }: { review: string; school: string; wording: number },
): Record<SignOff> | undefined {
  const last = signOffs
    .filter(({ body }) => body?.review === review && body.school === school)
    .reduce<Record<SignOff> | undefined>((newest, one) => (one.seq >= (newest?.seq ?? 0) ? one : newest), undefined);
  return last?.body?.wording === wording ? last : undefined;
}
