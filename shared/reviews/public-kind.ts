import { defineKind } from '../record.ts';

// Apart from its actions: screens read these records at once, and load what is done to them when it is done.
/**
 * Where the partnership is found by the public. One record a cluster. `asked`: the address is being claimed. `ours`: it
 * is. `taken`: another partnership at this server has it.
 */
export interface Publicity {
  slug: string;
  state: 'asked' | 'ours' | 'taken';
  /** Whether anyone may ask. Absent is yes. */
  questions?: boolean;
  by: string;
  at: number;
}

export const Publicity = defineKind<Publicity>('publicity');

/** How to reach a school when worried about a child. Its id is the school's. */
export interface Contact {
  phone?: string | undefined;
  email?: string | undefined;
  url?: string | undefined;
  by: string;
  at: number;
}

export const Contact = defineKind<Contact>('contact');

/** Whether a member may be named in public. Its id is the member's, who alone says so. Without one: no. */
export interface Naming {
  agreed: boolean;
  at: number;
}

export const Naming = defineKind<Naming>('naming');
