import { newId } from '../../../shared/ids.ts';
import { addIndicator, editIndicator } from '../../../shared/priorities/indicator.ts';
import { recordNoticing } from '../../../shared/priorities/noticing.ts';
import { periodRange } from '../../../shared/priorities/period.ts';
import { enterReading } from '../../../shared/priorities/reading.ts';
import { setBaseline, setStretch, setTarget } from '../../../shared/priorities/target.ts';
import { titleOf } from '../page-text.ts';
import { readSamplePage } from '../sample-pages.ts';
import { dayOf } from './days.ts';
import { type Past, seen } from './past.ts';
import { periodsFrom } from './periods.ts';
import type { IndicatorScript, ReadingScript } from './script.ts';

const day = 86_400_000;

/** Writes an indicator with every school's figures until today, and what the schools aim at. */
export function writeIndicator(script: IndicatorScript, begun: string, past: Past): void {
  const { key, name, unit, direction, about, page, pupils, due, priority, tied, schools } = script;
  const indicator = past.make(key, past.at(script));
  const source = page && { url: `${past.pages}/${page}`, title: titleOf(readSamplePage(page)) };
  const more = { ...(source && { source }), ...(pupils !== undefined && { pupils }) };
  past.act(script, addIndicator, { id: indicator, name, unit, direction, about, ...more, due, priorities: [] });
  if (tied && priority) past.act(tied, editIndicator, { id: indicator, rev: seen, priorities: [past.id(priority)] });
  const periodAt = periodsFrom(begun, script.rhythm);
  for (const { school: of, noticed, anew, ...figures } of schools) {
    const at = { indicator, school: past.id(of), periodAt };
    const readings = writeReadings(script, figures, at, past);
    if (noticed) past.act(noticed, recordNoticing, { indicator, school: at.school, text: noticed.text });
    writeAims(figures, at, readings[0], past);
    if (anew) writeAims(anew, at, readings[anew.reading], past);
  }
}

interface Of {
  indicator: string;
  school: string;
  periodAt: ReturnType<typeof periodsFrom>;
}

type Aims = Pick<IndicatorScript['schools'][number], 'baseline' | 'target' | 'stretch'>;

/** Writes where a school starts from, by the id of a reading, and where it means to be. */
function writeAims(
  { baseline, target, stretch }: Aims,
  { periodAt, ...of }: Of,
  reading: string | undefined,
  past: Past,
) {
  if (baseline) past.act(baseline, setBaseline, { ...of, reading });
  if (target) past.act(target, setTarget, { ...of, value: target.value, period: periodAt(target.after) });
  if (!stretch) return;
  const { value, after, contribution } = stretch;
  past.act(stretch, setStretch, { ...of, value, period: periodAt(after), contribution });
}

/** Writes one school's figures; answers with their ids. */
function writeReadings(
  script: IndicatorScript,
  { by, cohort, readings }: Pick<IndicatorScript['schools'][number], 'by' | 'cohort' | 'readings'>,
  { periodAt, ...of }: Of,
  past: Past,
): string[] {
  // The schools looked at their first figures a week after they had said which they would look at.
  const looked = past.at(script) + day;
  return readings.map((given, index) => {
    const reading: ReadingScript = typeof given === 'object' ? given : { value: given };
    const period = periodAt(index);
    const known = new Date(`${periodRange(period).end}T16:20:00`).getTime() + script.lag * day;
    const at = index === 0 ? looked : Math.max(known, looked + 7 * day);
    const id = newId(at);
    const { value, status = script.status, breaks, note, revised } = reading;
    const count = typeof value === 'number' && cohort !== undefined && { cohort };
    const body = { ...of, period, ...count, status };
    const enter = (when: number, what: object) => {
      if (when < past.today.getTime() - day) past.enter(past.id(by), when, enterReading, what);
    };
    enter(at, { ...body, id, value, ...(breaks && { breaks }), ...(note && { note }) });
    if (revised) {
      const { days, note: why, ...anew } = revised;
      const later = at + days * day;
      enter(later, { ...body, ...anew, id: newId(later), replaces: id, ...(why && { note: why }) });
    }
    return id;
  });
}

/** The day on which the demo begins, as ISO 8601. */
export const begunOn = (past: Past, begun: { daysAgo: number; time: string }): string => dayOf(past.at(begun));
