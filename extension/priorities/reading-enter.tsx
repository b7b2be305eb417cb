import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import { isFor } from '../../shared/priorities/indicator.ts';
import { seriesOf } from '../../shared/priorities/series.ts';
import { useNow } from '../ui/now.ts';
import { ReadingForm } from './reading-form.tsx';
import { periodsPast } from './reading-periods.ts';
import { useDealings } from './use-dealings.ts';

interface EnterReadingProps {
  indicator: string;
  /** Without one, the school that one is of. */
  school?: string | undefined;
  /** Without one, the one that is due longest, or the newest without a figure. */
  period?: string | undefined;
  fixed?: boolean | 'school';
  /** The school starts from the figure that is entered. */
  start?: boolean;
  onDone?: () => void;
  /** Without it there is no way out but to enter it. */
  onLeave?: () => void;
}

/** Enters a figure: the screen that asks for what is due first. */
export function EnterReading({ indicator, school, period, fixed, start, onDone, onLeave }: EnterReadingProps) {
  const dealings = useDealings();
  const now = useNow();
  const record = dealings?.indicators.find(({ id }) => id === indicator);
  if (!dealings || !record?.body) return null;
  const owed = owedOn(dealings, dayAt(now)).flatMap((one) =>
    one.what === 'reading' && one.indicator === indicator && isWanted(one) ? [one] : [],
  );
  const measured = dealings.schools.filter(({ id }) => isFor(record, id));
  const mine = dealings.me?.schools.find((id) => measured.some((one) => one.id === id));
  const first = school ?? mine ?? owed[0]?.school ?? measured[0]?.id;
  if (!first) return <p class="soft">No school is here yet that it is for. Add the schools first.</p>;
  if (!isFor(record, first)) {
    const name = dealings.schools.find(({ id }) => id === first)?.body?.name;
    return (
      <p class="soft">
        {record.body.name} is not for {name}: no figure is asked for.
      </p>
    );
  }
  const points = seriesOf(dealings.readings, indicator, first);
  const due = owed.filter((one) => one.school === first).map((one) => one.period);
  const periods = periodsPast(
    record.body.due,
    [...owed.map((one) => one.period), ...points.map((point) => point.period), ...(period ? [period] : [])],
    now,
  );
  const open = periods.find((one) => points.every((point) => point.period !== one));
  return (
    <ReadingForm
      dealings={{ ...dealings, schools: measured }}
      indicator={{ ...record, body: record.body }}
      school={first}
      periods={periods}
      period={period ?? due[0] ?? open ?? periods[0] ?? ''}
      owed={owed.map((one) => `${one.school} ${one.period}`)}
      fixed={fixed}
      start={start}
      onDone={onDone}
      onLeave={onLeave}
    />
  );
}
