import { monthNames } from './calendar.ts';
import { figureText } from './figure-words.ts';
import type { Unit } from './indicator.ts';
import { periodLabel } from './period.ts';
import type { Place, SchoolProgress, Unknown } from './progress.ts';
import { isNumber, type Point } from './series.ts';

/** Where a school is, in words. */
export const placeWords: { [place in Place]: string } = {
  'met-stretch': 'Stretch target met',
  'met-own': 'Own target met',
  'on-the-way': 'On the way',
  'no-change': 'As at the start',
  'further-away': 'Further away than at the start',
  'not-known': 'Not known yet',
};

/** Why it is not known, in words. */
export const unknownWords: { [why in Unknown]: string } = {
  'no-figure': 'no figure yet',
  'no-baseline': 'nothing to compare with',
  'only-baseline': 'no figure since the start',
  'series-break': 'the series breaks; set the start and the target anew',
};

const short: { [kind: string]: string } = { autumn: 'Aut', spring: 'Spr', summer: 'Sum', 'autumn-spring': 'Aut–spr' };

/** A period in as few letters as stand under a picture: '2024/25', 'Aut 24/25', 'Jan 25'. */
export function shortPeriod(period: string): string {
  const [kind = '', year = '', term = ''] = period.split(':');
  const pair = `${year.slice(2, 4)}/${String((Number(year.slice(0, 4)) + 1) % 100).padStart(2, '0')}`;
  if (kind === 'term') return `${short[term] ?? term} ${pair}`;
  if (kind === 'fy' || kind === 'afy') return `FY ${pair}`;
  const month = monthNames[Number(year.slice(5, 7)) - 1]?.slice(0, 3) ?? '';
  if (kind === 'month') return `${month} ${year.slice(2, 4)}`;
  if (kind === 'day') return `${Number(year.slice(8))} ${month} ${year.slice(2, 4)}`;
  return periodLabel(period);
}

/** A day of ISO 8601 as people write it: '1 July 2027'. */
export const dayText = (day: string): string => periodLabel(`day:${day}`);

/** A month (`2026-12`) as people write it. */
export const monthText = (month: string): string => periodLabel(`month:${month}`);

const said = (point: Point, unit: Unit) => `${figureText(point.value, unit)} (${periodLabel(point.period)})`;

/** Where a school is, with the reason where it is not known. */
export const placeSentence = ({ place, why }: Pick<SchoolProgress, 'place' | 'why'>): string =>
  why ? `${placeWords[place]}: ${unknownWords[why]}` : placeWords[place];

/** A school's start, newest figure and targets on an indicator, and what is missing; nothing where none is in. */
export function figuresSentence(progress: SchoolProgress, unit: Unit): string {
  const { baseline, latest, own, stretch, points } = progress;
  const parts: string[] = [];
  if (baseline) parts.push(`Start ${said(baseline, unit)}`);
  if (latest && latest.period !== baseline?.period) parts.push(`now ${said(latest, unit)}`);
  if (own) parts.push(`own target ${figureText(own.value, unit)} by ${periodLabel(own.period)}`);
  if (stretch) parts.push(`stretch target ${figureText(stretch.value, unit)} by ${periodLabel(stretch.period)}`);
  const missing = points.filter((point) => !isNumber(point)).map((point) => said(point, unit).toLowerCase());
  if (missing.length > 0) parts.push(missing.join(', '));
  const breaks = points.filter((point) => point.breaks && isNumber(point)).map(({ period }) => periodLabel(period));
  if (breaks.length > 0) parts.push(`the series breaks at ${breaks.join(', ')}`);
  const all = parts.join('; ');
  return all && `${all.charAt(0).toUpperCase()}${all.slice(1)}`;
}

/** Everything that the picture of one school shows, as text. */
export function pictureText(progress: SchoolProgress, unit: Unit): string {
  const all = figuresSentence(progress, unit);
  return `${progress.school.body.name}. ${all && `${all}. `}${placeSentence(progress)}.`;
}
