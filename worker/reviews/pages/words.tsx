/** @jsxImportSource hono/jsx */

import { periodLabel } from '../../../shared/priorities/period.ts';

const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** A moment as people write the day. */
export const dayOf = (at: number | string): string => long.format(typeof at === 'string' ? Date.parse(at) : at);

/** A moment as machines write it. */
export const isoOf = (at: number): string => new Date(at).toISOString();

/** A day, for people and machines. */
export const Day = ({ at }: { at: number | string }) => (
  <time datetime={typeof at === 'string' ? at : isoOf(at)}>{dayOf(at)}</time>
);

/** '1 school', '2 schools'. */
export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** 'a, b and c'. */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** A period as it is said in a sentence: '2025/26', 'the autumn term 2025/26'. */
export function periodWords(period: string): string {
  const label = periodLabel(period);
  return period.startsWith('term:') ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** The period of a public address, for a list: `2025-26` is '2025/26', `autumn-2025` 'Autumn term 2025'. */
export function pathWords(path: string): string {
  const [first = '', second = ''] = path.split('-');
  return /^\d/.test(first) ? `${first}/${second}` : `${first.charAt(0).toUpperCase()}${first.slice(1)} term ${second}`;
}

/** The beginning of a text, whole words, with … where something is left out. */
export function beginningOf(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  if (sentence > most / 2) return cut.slice(0, sentence + 1);
  return `${cut.replace(/\s+\S*$/, '').toWellFormed()}…`;
}

/** A text as its author set it: a blank line begins a paragraph. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((one) => one.trim() !== '')
      .map((one) => (
        <p class="said">{one.trim()}</p>
      ))}
  </>
);

/** An address that may be linked to: of the web and nothing else. */
export const webAddress = (url: string | undefined): string | undefined =>
  url && /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url) ? url : undefined;
