import * as z from 'zod/mini';

/** A line that a person types: a name, a title. Never empty, never several lines. */
export const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));

/** Some lines that a person writes: a purpose, a reason. Never empty. */
export const prose = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** The same where nothing may stand too. */
export const proseOrNone = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** A day, as ISO 8601 writes it. */
export const Day = z.string().check(z.maxLength(10), z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** An address of the web that may be opened from a screen: never `javascript:` and the like. */
export const WebAddress = z.string().check(z.maxLength(2000), z.regex(/^https?:\/\//i));

/** The record that an action changes, and the `rev` that its author saw. */
export const Rev = z.number().check(z.int(), z.positive());
