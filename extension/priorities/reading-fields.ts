import type { Indicator } from '../../shared/priorities/indicator.ts';
import { fits } from '../../shared/priorities/indicator.ts';
import type { Missing, Reading, Status } from '../../shared/priorities/reading.ts';
import { isWithheldGroup, smallNumber } from '../../shared/priorities/small-numbers.ts';

/** A figure as it is being typed. */
export interface Fields {
  what: 'number' | Missing;
  value: string;
  breaks: boolean;
  cohort: string;
  numerator: string;
  status: Status;
  url: string;
  title: string;
  note: string;
}

export const emptyFields: Fields = {
  what: 'number',
  value: '',
  breaks: false,
  cohort: '',
  numerator: '',
  status: 'own',
  url: '',
  title: '',
  note: '',
};

/** A number as people write or paste it: '62.5%', '1,204', '−0.3', '12 days'. `undefined` where it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*(%|per cent|points?|days?)$/i, '');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain.replaceAll(',', ''));
}

const countIn = (text: string): number | undefined => {
  const number = numberIn(text);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 1e7 ? number : undefined;
};

/** What is wrong with each field, in words for the person who fills it in. */
export type Wrong = { [field in 'value' | 'cohort' | 'numerator' | 'url' | 'title']?: string };

/** What was filled in, as far as it is right: what the action takes of it, or what is wrong. */
export function read(
  fields: Fields,
  { unit, pupils = true }: Pick<Indicator, 'unit' | 'pupils'>,
): {
  wrong: Wrong;
  filled: Pick<Reading, 'value' | 'breaks' | 'cohort' | 'numerator' | 'status' | 'source' | 'note'>;
  small?: 'withhold' | 'warn';
} {
  const wrong: Wrong = {};
  const value = fields.what === 'number' ? numberIn(fields.value) : fields.what;
  if (value === undefined) wrong.value = 'Type a number, such as 62.5.';
  else if (typeof value === 'number' && !fits(unit, value)) wrong.value = notFitting[unit];
  const cohort = countIn(fields.cohort);
  if (fields.cohort.trim() !== '' && cohort === undefined) wrong.cohort = 'Type a whole number.';
  if (fields.what !== 'number' && pupils && isWithheldGroup(cohort))
    wrong.cohort = 'So few are not told either: leave it empty.';
  // What a figure that is withheld was made of would give it away.
  const asked = fields.what === 'number' && fields.numerator.trim() !== '';
  const numerator = asked ? countIn(fields.numerator) : undefined;
  if (asked && numerator === undefined) wrong.numerator = 'Type a whole number.';
  if (numerator !== undefined && cohort !== undefined && numerator > cohort)
    wrong.numerator = 'It cannot be more than all of them.';
  const url = fields.url.trim();
  if (url && !/^https?:\/\/\S+$/i.test(url)) wrong.url = 'An address begins with https://';
  if (!url && fields.title.trim() !== '') wrong.url = 'Give the address of it too.';
  const source = url && !wrong.url ? { url, title: fields.title.trim() || url.slice(0, 300) } : undefined;
  const note = fields.note.trim();
  const small = typeof value === 'number' ? smallNumber({ unit, pupils, value, cohort, numerator }) : undefined;
  return {
    wrong,
    ...(small && { small }),
    filled: {
      value: value ?? 0,
      status: fields.status,
      ...(fields.breaks && fields.what !== 'series-break' && { breaks: true }),
      ...(cohort !== undefined && { cohort }),
      ...(numerator !== undefined && { numerator }),
      ...(source && { source }),
      ...(note && { note }),
    },
  };
}

const notFitting: { [unit in Indicator['unit']]: string } = {
  percent: 'A percentage is between 0 and 100.',
  points: 'This number is too large.',
  count: 'A count is a whole number, from 0.',
  days: 'Days are counted from 0.',
  ratio: 'A ratio is a number from 0.',
};

/** The fields of a figure that stands, to be corrected. */
export function fieldsOf({ value, breaks, cohort, numerator, status, source, note }: Reading): Fields {
  return {
    what: typeof value === 'number' ? 'number' : value,
    value: typeof value === 'number' ? String(value) : '',
    breaks: breaks === true,
    cohort: cohort === undefined ? '' : String(cohort),
    numerator: numerator === undefined ? '' : String(numerator),
    status,
    url: source?.url ?? '',
    title: source?.title ?? '',
    note: note ?? '',
  };
}
