import { type Missing, missingOf } from './figure-missing.ts';
import { parsePeriod } from './period.ts';

/** What a number counts: `percent`, percentage points (`pp`), pounds (`£`), or a word of the text's own. */
export type Unit =
  | 'percent'
  | 'pp'
  | '£'
  | 'months'
  | 'weeks'
  | 'days'
  | 'hours'
  | 'years'
  | 'pupils'
  | 'sessions'
  | 'points'
  | 'marks';

/** What the text of one figure says. A number that it does not say is `null`, never zero. */
export interface FigureValue {
  value: number | null;
  unit: Unit | null;
  /** Why there is no number, where the text says why. Other texts that are no number have none. */
  missing: Missing | null;
  /** The confidence interval, lower end first. */
  interval?: [number, number];
  /** How a progress score is described: 'Above average'. */
  band?: string;
  /** From the mark beside a number: [p] or [r] (Government Statistical Service, 'Symbols in tables'). */
  status?: 'provisional' | 'revised';
}

const longest = 120;
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?|\.\d{1,12}`;
const number = `[+-]? ?(?:${digits})`;
const words: [RegExp, Unit][] = [
  [/^(?:percentage points?|ppts?|pp|p\.p\.|% points?)$/, 'pp'],
  [/^(?:%|per ?cent|percent|percentage)$/, 'percent'],
  [/^(?:months?(?:'? progress)?)$/, 'months'],
  [/^weeks?$/, 'weeks'],
  [/^days?$/, 'days'],
  [/^(?:hours?|hrs?)$/, 'hours'],
  [/^years?$/, 'years'],
  [/^(?:pupils?|children|students?|learners?)$/, 'pupils'],
  [/^sessions?$/, 'sessions'],
  [/^points?$/, 'points'],
  [/^marks?$/, 'marks'],
];
const powers: { [word: string]: number } = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 };

const interval = new RegExp(
  String.raw`[([]? ?(?:(?:95% )?(?:ci|confidence interval):? ?)?(${number})( ?%)? ?(?: to |,|;|- | - ) ?(${number})( ?%)? ?[)\]]?$`,
);
const single = new RegExp(`^([+-]?) ?(£)? ?([+-]?) ?(${digits}) ?([a-z%'. ]{0,24})$`);
const bands = /(?:well )?(?:above|below) (?:the )?(?:national )?average|(?<![a-z])average(?![a-z])/;

/** One way to write minus, one kind of space, capitals aside. */
const plain = (text: string) =>
  text
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ',')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const toNumber = (text: string) => Number(text.replace(/[, ]/g, ''));

/** `digits` times a power of ten, without the errors of a multiplication: 1.2 million is 1,200,000. */
const scaled = (text: string, power: number) => Number(`${text.replace(/,/g, '')}e${power}`);

/**
 * Reads the text of one figure: '1,234', '−0.3', '18.3%', '+2.1pp', '£1.2 million', '0.5 (0.1 to 0.9)',
 * '0.5 Above average (0.1 to 0.9)', 'SUPP', 'no data'. A date is no number; nor is a year, unless `counts` says that
 * the headers speak of a number of something; nor a row of digits that `names` something (a URN).
 */
export function readFigure(text: string, { counts = false, names = false } = {}): FigureValue {
  const nothing: FigureValue = { value: null, unit: null, missing: null };
  if (text.length > longest) return nothing;
  const { said, status } = withoutMark(plain(text));
  const missing = missingOf(said);
  if (missing) return { ...nothing, missing };
  if (names && /^\d+$/.test(said)) return nothing;
  const marked = status && { status };
  const whole = readNumber(said.replace(ofSoMany, '%'), counts);
  if (whole) return { ...nothing, ...whole, ...marked };
  const spread = readSpread(said);
  if (spread) return { ...nothing, ...spread, ...marked };

  const range = interval.exec(said);
  const before = range ? said.slice(0, range.index).trim() : said;
  const ends = range && intervalOf(range, said);
  const band = bands.exec(before);
  const left = band ? `${before.slice(0, band.index)} ${before.slice(band.index + band[0].length)}` : before;
  const rest = left.replace(/^[\s:,;(-]*(?:progress )?(?:score(?: of)?:?)?(?=\s*[+-]? ?[\d.])|[\s,;:()]+$/g, '').trim();
  const head = readNumber(keepSign(left, rest), counts);
  if (range && !ends) return nothing;
  if (!head && (rest !== '' || (!ends && !band))) return nothing;
  return {
    ...nothing,
    ...head,
    ...(ends && { interval: ends }),
    ...(band && { band: `${band[0].charAt(0).toUpperCase()}${band[0].slice(1)}` }),
    ...(!head && range && (range[2] || range[4]) ? { unit: 'percent' as const } : undefined),
    ...marked,
  };
}

/** A sign that stands before what was taken for punctuation. */
const keepSign = (left: string, rest: string) => {
  const at = left.indexOf(rest);
  return rest !== '' && /[-]$/.test(left.slice(0, at)) && /^[\d.]/.test(rest) ? `-${rest}` : rest;
};

function intervalOf(found: RegExpExecArray, said: string): [number, number] | undefined {
  const [low, high] = [toNumber(found[1] ?? ''), toNumber(found[3] ?? '')];
  const bracket = /^(?:[([]|(?:95% )?(?:ci|confidence interval)\b)/.test(found[0]);
  // Years, pages, and the parts of a number that commas group.
  const bare = !bracket && (found.index > 0 || !/ to /.test(found[0]) || !/[.%+-]/.test(said));
  if (bare || low > high || parsePeriod(said) || (isYear(found[1]) && isYear(found[3]))) return undefined;
  return [low, high];
}

const isYear = (text = '') => /^(?:19|20)\d\d$/.test(text.trim());

/** How many a percentage is, or is of, beside it: '61% (53)'. */
const ofSoMany = /(?<=\d ?)% ?\((?:n ?= ?)?\d{1,3}(?:,?\d{3})*\)$/;

const eitherSide = new RegExp(`^(${number}) ?(?:±|\\+/-) ?(${digits})$`);

/** '0.8 ± 1.2': a number, and how far its interval reaches to either side. */
function readSpread(said: string): Pick<FigureValue, 'value' | 'interval'> | undefined {
  const [, middle = '', reach = ''] = eitherSide.exec(said) ?? [];
  if (!middle) return undefined;
  const places = Math.max(...[middle, reach].map((text) => text.split('.')[1]?.length ?? 0));
  const [value, far] = [toNumber(middle), toNumber(reach)];
  const end = (text: number) => Number(text.toFixed(places));
  return { value, interval: [end(value - far), end(value + far)] };
}

function withoutMark(said: string): { said: string; status?: 'provisional' | 'revised' } {
  const found = /(?<=\d%?)(?: ?[[(](p|r|e|provisional|revised|estimated)[\])]| ([pr]))$/.exec(said);
  const mark = found && { index: found.index, of: found[1] ?? found[2] };
  if (!mark) return { said: said.replace(/(?<=\d%?) ?[*†‡§#]{1,3}$/, '') };
  const left = said.slice(0, mark.index);
  if (mark.of?.startsWith('e')) return { said: left };
  return { said: left, status: mark.of?.startsWith('p') ? 'provisional' : 'revised' };
}

function readNumber(said: string, counts: boolean): { value: number; unit: Unit | null } | undefined {
  const negative = /^\((£.{1,30})\)$/.exec(said);
  const found = single.exec(negative?.[1] ?? said);
  if (!found) return undefined;
  const [, sign = '', pounds, inner = '', figure = '', after = ''] = found;
  if (sign && inner) return undefined;
  if (isYear(figure) && !counts && !pounds && after === '' && !sign && !inner) return undefined;
  // 201/3614 and 007 name things.
  if (/^0\d/.test(figure)) return undefined;
  const [first = '', ...others] = after.trim().split(' ');
  const power = powers[first.replace(/\.$/, '')];
  const word = (power === undefined ? after : others.join(' ')).trim();
  const unit = pounds ? '£' : unitOf(word);
  if (word !== '' && (pounds ? !/^(?:per |a )?[a-z ]{0,20}$/.test(word) : !unit)) return undefined;
  const value = scaled(figure, power ?? 0);
  const minus = sign === '-' || inner === '-' || negative !== null;
  return { value: minus && value !== 0 ? -value : value, unit: unit ?? null };
}

const unitOf = (word: string): Unit | undefined => words.find(([shape]) => shape.test(word))?.[1];

/** The unit that headers give to the numbers beneath them: '(%)', 'Percentage of pupils', 'percentage points', '£'. */
export function unitOfHeaders(headers: readonly string[]): Unit | null {
  const said = headers
    .join(' · ')
    .slice(0, 2_000)
    .toLowerCase()
    .replace(/\d{2}% (?:confidence|ci)\b/g, '');
  if (/percentage points?\b|\bpp\b|% points?\b/.test(said)) return 'pp';
  if (/%|\bpercent(?:age)?\b|\bper cent\b/.test(said)) return 'percent';
  if (/£/.test(said)) return '£';
  return /impact \(months\)|months'? progress/.test(said) ? 'months' : null;
}

/** Whether a header says that the digits beneath it are somebody's name, not a number of something. */
export const saysNamed = (header: string): boolean =>
  /\b(?:URN|UKPRN|UPIN|UID|LAESTAB|ID|DfE number|establishment number|company number|telephone|phone|code)\b/i.test(
    header.slice(0, 300),
  );

/** Whether headers say that what stands beneath them is counted, so that '2024' is a number of something. */
export const saysCounted = (headers: readonly string[]): boolean =>
  headers.some((header) =>
    /\b(?:numbers?|total|count|amount|headcount|number on roll|roll|pupils|sessions|£)\b/i.test(header.slice(0, 300)),
  );
