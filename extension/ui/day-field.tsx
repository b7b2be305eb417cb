import { Labelled, type Labels } from './labelled.tsx';

interface DayFieldProps extends Labels {
  /** ISO 8601, or nothing. */
  value: string;
  onValue: (value: string) => void;
  max?: string;
}

/** A day to choose or type, in the way that the browser offers it. */
export function DayField({ label, hint, problem, value, onValue, max }: DayFieldProps) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {(box) => (
        <input
          {...box}
          type="date"
          max={max}
          value={value}
          onInput={(event) => {
            const day = event.currentTarget.value;
            onValue(/^\d{4}-\d\d-\d\d$/.test(day) ? day : '');
          }}
        />
      )}
    </Labelled>
  );
}
