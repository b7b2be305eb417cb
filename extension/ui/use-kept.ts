import { useEffect, useRef, useState } from 'preact/hooks';
import { getMeta, setMeta } from '../replica/database.ts';
import { useReplica } from './replica.ts';

/** What is being written somewhere: the words, a way to change them, and a way to let them go. */
type Kept<T> = [value: T, keep: (value: T) => void, forget: () => void];

/**
 * Something that a person is writing, kept on this device until it is saved, so that a closed tab loses no words.
 * `where` names the form; what an older build kept there under another shape is the caller's to read.
 */
export function useKept<T>(where: string, initial: T): Kept<T> {
  const { db } = useReplica();
  const [value, setValue] = useState(initial);
  const touched = useRef(false);
  const shown = useRef(where);
  useEffect(() => {
    let here = true;
    // Another form. In the first, something may have been typed before this came to run: it stays.
    if (shown.current !== where) {
      shown.current = where;
      touched.current = false;
      setValue(initial);
    }
    getMeta(db, 'writing').then((all) => {
      const kept = all?.[where];
      if (here && !touched.current && kept !== undefined) setValue(kept as T);
    }, reportError);
    return () => {
      here = false;
    };
  }, [where]);
  // Of what is typed faster than it is stored, only the newest is.
  const newest = useRef<{ value: T | undefined }>(undefined);
  const storing = useRef(false);
  const store = async () => {
    if (storing.current) return;
    storing.current = true;
    while (newest.current) {
      const { value: next } = newest.current;
      newest.current = undefined;
      await db.transaction('rw', db.meta, async () => {
        const { [where]: _, ...others } = (await getMeta(db, 'writing')) ?? {};
        await setMeta(db, 'writing', next === undefined ? others : { ...others, [where]: next });
      });
    }
    storing.current = false;
  };
  const put = (next: T | undefined) => {
    touched.current = true;
    setValue(next ?? initial);
    newest.current = { value: next };
    store().catch(reportError);
  };
  return [value, put, () => put(undefined)];
}
