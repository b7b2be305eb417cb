import { useState } from 'preact/hooks';
import { comparePeriods, type Period, parsePeriod, periodLabel } from '../../shared/priorities/period.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

/** The academic year in which a moment is, and so many before it, the newest first. */
export function yearsUntil(at: number, count: number): Period[] {
  const day = new Date(at);
  // An academic year begins in September.
  const year = day.getFullYear() - (day.getMonth() < 8 ? 1 : 0);
  return Array.from({ length: count }, (_, i) => `ay:${year - i}`);
}

interface PeriodChoiceProps {
  label: string;
  period: Period;
  /** Those that can be chosen without typing. */
  known: readonly Period[];
  onPeriod: (period: Period) => void;
}

/** Of when figures are: one of those that are known, or another in a person's own words. */
export function PeriodChoice({ label, period, known, onPeriod }: PeriodChoiceProps) {
  const [typed, setTyped] = useState<string>();
  const offered = [...new Set([...known, period])].sort((a, b) => comparePeriods(b, a));
  const read = typed === undefined ? undefined : parsePeriod(typed);
  return (
    <>
      <Select
        label={label}
        value={typed === undefined ? period : 'another'}
        options={[
          ...offered.map((value) => ({ value, label: periodLabel(value) })),
          { value: 'another', label: 'Another…' },
        ]}
        onValue={(value) => {
          setTyped(value === 'another' ? '' : undefined);
          if (value !== 'another') onPeriod(value);
        }}
      />
      {typed !== undefined && (
        <Field
          label="Which"
          hint={read ? periodLabel(read) : 'Such as ‘2024/25’, ‘Autumn term 2025’ or ‘16 January 2025’.'}
          value={typed}
          onValue={(text) => {
            setTyped(text);
            const period = parsePeriod(text);
            if (period) onPeriod(period);
          }}
          maxLength={60}
          problem={typed.trim().length > 3 && !read ? 'A year, a term, a month or a day.' : undefined}
        />
      )}
    </>
  );
}
