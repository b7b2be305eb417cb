import { catalogue } from './action.ts';
import { found } from './cluster/cluster.ts';
import { admit } from './cluster/members.ts';
import { redact } from './cluster/redact.ts';
import { addSchool } from './cluster/schools.ts';
import { editEvidence, reinstateEvidence, saveEvidence, withdrawEvidence } from './evidence/evidence.ts';
import { proposePriority } from './priorities/priority.ts';

/** Everything that anyone can do in this build. */
export const actions = catalogue([
  found,
  admit,
  addSchool,
  redact,
  proposePriority,
  saveEvidence,
  editEvidence,
  withdrawEvidence,
  reinstateEvidence,
]);
