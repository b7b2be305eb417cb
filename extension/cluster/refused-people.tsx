import { appointActing } from '../../shared/cluster/acting.ts';
import { editCluster } from '../../shared/cluster/cluster.ts';
import { leaveCluster } from '../../shared/cluster/leaving.ts';
import { editMember } from '../../shared/cluster/members.ts';
import { redact } from '../../shared/cluster/redact.ts';
import { addSchool, editSchool, markSchool } from '../../shared/cluster/schools.ts';
import type { SeenProblem } from '../replica/database.ts';
import { sentenceFor } from '../ui/problem.ts';
import { RefusedList } from '../ui/refused-list.tsx';

const deeds: readonly [action: { name: string }, words: string][] = [
  [addSchool, 'A new school'],
  [editSchool, 'A change of a school'],
  [markSchool, 'Whether a school takes part'],
  [appointActing, 'Who acts for a head'],
  [editMember, 'A change of a member'],
  [leaveCluster, 'Taking a member out'],
  [{ name: 'member.forget' }, 'Forgetting a member'],
  [editCluster, 'A change of the cluster'],
  [redact, 'Removing words'],
];

const advice = (problem: SeenProblem): string =>
  problem.code === 'exists' ? 'A school with this URN is there already.' : sentenceFor(problem);

/** What was done here about people and schools and not accepted. */
export function RefusedPeople() {
  return (
    <>
      {deeds.map(([action, words]) => (
        <RefusedList<{ name?: string }>
          key={action.name}
          action={action}
          titleOf={({ name }) => (name ? `${words}: ${name}` : words)}
          advice={advice}
        />
      ))}
    </>
  );
}
