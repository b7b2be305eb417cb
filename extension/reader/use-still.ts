import { useEffect, useState } from 'preact/hooks';

/** Whether a value that is to go on has stood still for so many milliseconds; never where there is none. */
export function useStill(value: number | undefined, patience: number): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    setStill(false);
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setStill(true), patience);
    return () => clearTimeout(timer);
  }, [value, patience]);
  return still;
}
