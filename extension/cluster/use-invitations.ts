import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Invitations } from '../../shared/cluster/access.ts';
import type { SeenProblem } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';

export type Invitation = Invitations['invitations'][number];

/** The open invitations, as the cluster last told them. */
export interface OpenInvitations {
  list?: readonly Invitation[];
  problem?: SeenProblem;
  /** Asks the cluster again. */
  again(): Promise<void>;
}

/** Asks the cluster for the open invitations, if `asked`; they are no records, so that no replica has them. */
export function useInvitations(asked: boolean): OpenInvitations {
  const { access } = useReplica();
  const [state, setState] = useState<Omit<OpenInvitations, 'again'>>({});
  const again = useCallback(async () => {
    const answer = await access.invitations();
    setState((before) => (answer.ok ? { list: answer.value } : { ...before, problem: answer.problem }));
  }, []);
  useEffect(() => {
    if (asked) again().catch(reportError);
  }, [asked]);
  return { ...state, again };
}
