import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Member } from '../../shared/cluster/members.ts';
import type { Decision } from '../../shared/cycles/decision.ts';
import type { Response } from '../../shared/evidence/response.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';

/** What decisions are shown with, and what new ones are made of. */
export interface Deciding {
  members: readonly Record<Member>[];
  priorities: readonly { id: string; body: Priority }[];
  decisions: readonly Record<Decision>[];
  responses: readonly Record<Response>[];
  /** Whether one may decide. */
  may: boolean;
  /** ISO 8601. */
  today: string;
  nameOf(member: string): string;
}

const Context = createContext<Deciding | undefined>(undefined);

/** Gives it to the screens below, once for all. */
export const DecidingProvider = Context.Provider;

export function useDeciding(): Deciding {
  const deciding = useContext(Context);
  if (!deciding) throw new Error('A decision stands outside DecidingProvider');
  return deciding;
}
