import { School, speaksFor } from '../../shared/cluster/schools.ts';
import { Priority } from '../../shared/priorities/priority-kind.ts';
import { type SignOffOwed, signOffsOwed } from '../../shared/reviews/owed.ts';
import { Citation, Review, Section, SignOff } from '../../shared/reviews/review-kind.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

const kinds = {
  ...{ reviews: Review, sections: Section, citations: Citation, signOffs: SignOff },
  ...{ schools: School, priorities: Priority },
};

/** A sign-off that waits for the one who looks, with what the school is called. */
export interface SignOffWaiting extends SignOffOwed {
  name: string;
}

/** What waits to be signed by the one who looks, live; `undefined` until it is read. */
export function useSignOffsOwed(): SignOffWaiting[] | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [me, lists] = await Promise.all([view.actor(), view.lists(kinds)]);
    if (!me) return [];
    return signOffsOwed(lists).flatMap((owed) => {
      const school = lists.schools.find(({ id }) => id === owed.school);
      return school?.body && speaksFor(me, school) ? [{ ...owed, name: school.body.name }] : [];
    });
  });
}
