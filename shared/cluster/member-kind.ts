import { defineKind } from '../record.ts';
import type { Role } from './roles.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
export interface Member {
  name: string;
  role: Role;
  /** The schools that this member acts for; several for the executive head of a federation. */
  schools: string[];
  joined: number;
  /** When they left. What they gave stays under their name. */
  left?: number;
  /** When their name and notes were taken out on request. */
  forgotten?: number;
}

export const Member = defineKind<Member>('member');
