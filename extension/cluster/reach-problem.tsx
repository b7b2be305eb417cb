import type { SeenProblem } from '../replica/database.ts';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';

/** Why something that needs the cluster at once did not happen. */
export function ReachProblem({ problem }: { problem: SeenProblem }) {
  return (
    <Alert>
      <p>{sentenceFor(problem)}</p>
      {problem.code === 'unreachable' && <p>This one needs a connection. Try again when you are back online.</p>}
      {problem.code === 'not-valid' && <p>Check what you chose, then try again.</p>}
    </Alert>
  );
}
