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
  /** The period, or `''` where what was typed is none. */
  value: string;
  onValue: (period: string) => void;
  problem?: string | undefined;
}

const other = 'other';

/** A period: one of those that are likely, or any other, typed as people write it. */
export function PeriodField({ label, options, beside, value, onValue, problem }: PeriodFieldProps) {
  const [typed, setTyped] = useState<string>();
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
          hint="Such as 2023/24, Autumn 2024, Financial year 2023-24 or 16 January 2025."
          value={typed}
          onValue={(text) => {
            setTyped(text);
            onValue(parsePeriod(text) ?? '');
          }}
          maxLength={60}
          problem={problem}
        />
      )}
    </>
  );
}
