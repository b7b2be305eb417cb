import { useState } from 'preact/hooks';
import { parsePeriod, periodLabel } from '../../shared/priorities/period.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

interface PeriodFieldProps {
  label: string;
  /** Canonical periods to choose from, in the order in which they are shown. */
  options: readonly string[];
  /** What is said beside some of them. */
  beside?: (period: string) => string | undefined;
  /** The period, or `''` where none is known yet or what was typed is none. */
  value: string;
  onValue: (period: string) => void;
  problem?: string | undefined;
}

const other = 'other';

/** A period: one of those that are likely, or any other, typed as people write it. Everywhere the same. */
export function PeriodField({ label, options, beside, value, onValue, problem }: PeriodFieldProps) {
  const [typed, setTyped] = useState(value === '' ? '' : undefined);
  const read = typed === undefined ? undefined : parsePeriod(typed);
  const choose = (chosen: string) => {
    setTyped(chosen === other ? '' : undefined);
    onValue(chosen === other ? '' : chosen);
  };
  const listed = value === '' || options.includes(value) || typed !== undefined ? options : [value, ...options];
  return (
    <>
      <Select
        label={label}
        value={typed === undefined ? value : other}
        options={[
          ...listed.map((period) => ({
            value: period,
            label: [periodLabel(period), beside?.(period)].filter(Boolean).join(' · '),
          })),
          { value: other, label: 'Another one' },
        ]}
        onValue={choose}
      />
      {typed !== undefined && (
        <Field
          label="Which one?"
          hint={read ? periodLabel(read) : 'Such as 2023/24, Autumn 2024, Financial year 2023-24 or 16 January 2025.'}
          value={typed}
          onValue={(text) => {
            setTyped(text);
            onValue(parsePeriod(text) ?? '');
          }}
          maxLength={60}
          problem={problem ?? (typed.trim().length > 3 && !read ? 'A year, a term, a month or a day.' : undefined)}
        />
      )}
    </>
  );
}
