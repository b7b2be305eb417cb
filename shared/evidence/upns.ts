import { clearText } from './clear-text.ts';
import { isUpnChecked } from './pupil-numbers.ts';
import { upnShape } from './upn-shape.ts';

/** Where a unique pupil number stands in a text. `certain`: its check letter is right; else it only has the shape. */
export interface FoundUpn {
  start: number;
  end: number;
  certain: boolean;
}

/** What stands in place of each character of a number that was taken out. */
export const mask = '█';

/** As it is written by people who keep its parts apart: letter, authority, school, year, serial number. */
const inParts = /(?<![\p{L}\d])[A-Z][ ./-]?\d{3}[ ./-]?\d{4}[ ./-]?\d{2}[ ./-]?\d{2}[\dA-Z](?![\p{L}\d])/giu;
/** A number that is being typed. Up to its seventh digit it only names the school. */
const begun = /(?<![\p{L}\d])[A-Z](?:[ ./-]?\d){8,11}$/iu;

/**
 * Finds unique pupil numbers in a text. Whatever has the shape (a letter, eleven digits, a digit or letter) counts as
 * one, since real documents hold some whose check letter is wrong; one in parts only where the letter is right.
 */
export function findUpns(given: string): FoundUpn[] {
  const { text, placeOf } = clearText(given);
  const found: FoundUpn[] = [];
  const add = (at: number, length: number, certain: boolean) => {
    found.push({ start: placeOf(at), end: placeOf(at + length - 1) + 1, certain });
  };
  for (const { 0: one, index } of text.matchAll(upnShape)) add(index, one.length, isUpnChecked(one));
  for (const { 0: one, index } of text.matchAll(inParts)) {
    const bare = one.replace(/[ ./-]/g, '');
    if (bare !== one && isUpnChecked(bare)) add(index, one.length, true);
  }
  return found;
}

/** A text with some of its stretches put out of sight, by a mark of one character for each of theirs. */
export function masked(text: string, stretches: readonly { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of stretches) left = left.slice(0, start) + mask.repeat(end - start) + left.slice(end);
  return left;
}

/** A text without its UPNs: it is as long as it was. */
export const withoutUpns = (text: string): string => masked(text, findUpns(text));

/**
 * A text as it may reach a disk while it is typed: what may yet become a UPN, directly before the place that was
 * changed, is out of sight until something else is typed.
 */
export function withoutBegunUpn(before: string, after: string): string {
  if (before === after) return after;
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most && before.at(-1 - last) === after.at(-1 - last)) last++;
  // Of a digit that is there twice nobody knows which is the new one: what was typed ends where it may end last.
  const typed = Math.max(after.length - last, first + after.length - before.length);
  const to = typed + (/^\d*/.exec(after.slice(typed))?.[0].length ?? 0);
  const [one] = begun.exec(after.slice(0, to)) ?? [''];
  return masked(after, [{ start: to - one.length, end: to }]);
}

const isObject = (value: unknown): value is { [key: string]: unknown } => typeof value === 'object' && value !== null;

/**
 * The same value without UPNs in any of its texts. Words and what stands around them on the page are read as the one
 * text that they are: half a number gives the other half away. Where there is none, it is the value itself.
 */
export const withoutUpnsIn = <T>(value: T): T => cleaned(value) as T;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutUpns(value);
  if (Array.isArray(value)) {
    const items = value.map(cleaned);
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  // Bytes and the like hold no text.
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const { prefix, exact, suffix } = value;
  const whole = [prefix, exact, suffix].every((text) => typeof text === 'string') ? `${prefix}${exact}${suffix}` : '';
  const around = whole && withoutUpns(whole);
  const changes =
    around !== whole
      ? {
          prefix: around.slice(0, String(prefix).length),
          exact: around.slice(String(prefix).length, String(prefix).length + String(exact).length),
          suffix: around.slice(String(prefix).length + String(exact).length),
        }
      : {};
  const entries = Object.entries({ ...value, ...changes }).map(([key, one]) => [key, cleaned(one)] as const);
  return entries.every(([key, one]) => one === value[key]) ? value : Object.fromEntries(entries);
}

/** What of a change may be on disk while a UPN may be half typed in it. */
export function withoutHalfUpn<T>(before: unknown, after: T): T;
export function withoutHalfUpn(before: unknown, after: unknown): unknown {
  if (typeof after === 'string') return withoutBegunUpn(typeof before === 'string' ? before : '', after);
  if (!isObject(after) || Array.isArray(after)) return after;
  const was = isObject(before) ? before : {};
  return Object.fromEntries(Object.entries(after).map(([key, one]) => [key, withoutHalfUpn(was[key], one)]));
}
