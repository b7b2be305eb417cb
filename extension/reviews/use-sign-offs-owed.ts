import { useMemo } from 'preact/hooks';
import { speaksFor } from '../../shared/cluster/schools.ts';
import { type SignOffOwed, signOffsOwed } from '../../shared/reviews/owed.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useDrafts } from './use-drafts.ts';

/** A sign-off that waits for the one who looks, with what the school is called. */
export interface SignOffWaiting extends SignOffOwed {
  name: string;
}

/** What waits to be signed by the one who looks, live; `undefined` until it is read. */
export function useSignOffsOwed(): SignOffWaiting[] | undefined {
  const { view } = useReplica();
  const me = useLive(() => view.actor());
  const drafts = useDrafts();
  return useMemo(() => {
    if (drafts === null) return [];
    if (!me || !drafts) return undefined;
    return signOffsOwed(drafts).flatMap((owed) => {
      const school = drafts.schools.find(({ id }) => id === owed.school);
      return school?.body && speaksFor(me, school) ? [{ ...owed, name: school.body.name }] : [];
    });
  }, [me, drafts]);
}
