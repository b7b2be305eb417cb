import type { Role } from '../../shared/cluster/roles.ts';
import { onDay } from '../ui/when.tsx';
import { aRole, listed } from './wording.ts';

/** What a message with an invitation is made of. */
export interface InvitationWords {
  cluster: string;
  role: Role;
  /** The names of the schools that it is for. */
  schools: readonly string[];
  link: string;
  uses: number;
  expires: number;
}

/** A message to send with an invitation, as plain text for an e-mail or Teams. */
export function invitationMessage(
  { cluster, role, schools, link, uses, expires }: InvitationWords,
  now: number,
): string {
  const forSchools = schools.length > 0 ? ` for ${listed(schools)}` : '';
  return [
    'Hello,',
    '',
    `you are invited to join ${cluster} on Goldthread as ${aRole[role]}${forSchools}. There our schools keep what we read and learn in one shared log.`,
    '',
    'Open this link on the computer or phone that you want to use:',
    link,
    '',
    `It works ${uses === 1 ? 'once' : `for ${uses} people`}, until ${onDay(expires, now)}. Please keep it to yourself: whoever has it can take your place.`,
  ].join('\n');
}
