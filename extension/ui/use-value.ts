import { useEffect, useState } from 'preact/hooks';

/** What is asked for once, when the screen appears; `undefined` until it is there. */
export function useValue<T>(ask: () => Promise<T>): T | undefined {
  const [value, setValue] = useState<T>();
  // Once, whatever the function's identity.
  useEffect(() => {
    let here = true;
    ask().then((answer) => {
      if (here) setValue(() => answer);
    }, reportError);
    return () => {
      here = false;
    };
  }, []);
  return value;
}
