import { Labelled, type Labels } from './labelled.tsx';

interface SelectProps<T extends string> extends Labels {
  value: T;
  options: readonly { value: T; label: string }[];
  onValue: (value: T) => void;
}

/** One of a few, chosen from a list. */
export function Select<T extends string>({ label, hint, problem, value, options, onValue }: SelectProps<T>) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {(box) => (
        <select {...box} value={value} onChange={(event) => onValue(event.currentTarget.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
