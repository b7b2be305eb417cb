import { catalogue } from './action.ts';
import { appointActing } from './cluster/acting.ts';
import { found } from './cluster/cluster.ts';
import { acceptRules, wordRules } from './cluster/engagement.ts';
import { editFollowed, follow } from './cluster/followed.ts';
import { admit } from './cluster/members.ts';
import { affirmPurpose, wordPurpose } from './cluster/purpose.ts';
import { redact } from './cluster/redact.ts';
import { addSchool, editSchool, markSchool } from './cluster/schools.ts';
import { addValue, editValue } from './cluster/values.ts';
import { editEvidence, reinstateEvidence, saveEvidence, withdrawEvidence } from './evidence/evidence.ts';
import { editTag, markTag } from './evidence/tags.ts';
import { adoptPriority, agreePriority, confirmPriority, objectPriority } from './priorities/agreement.ts';
import { addIndicator, editIndicator } from './priorities/indicator.ts';
import { editNoticing, recordNoticing } from './priorities/noticing.ts';
import { closePriority, dropPriority, editPriority, proposePriority, reviveProposal } from './priorities/priority.ts';
import { enterReading, withdrawReading } from './priorities/reading.ts';
import { setBaseline, setStretch, setTarget } from './priorities/target.ts';

/** Everything that anyone can do in this build. */
export const actions = catalogue([
  ...[found, admit, redact],
  ...[addSchool, editSchool, markSchool, appointActing],
  ...[wordPurpose, affirmPurpose, addValue, editValue, wordRules, acceptRules, follow, editFollowed],
  ...[proposePriority, editPriority, dropPriority, reviveProposal, closePriority],
  ...[agreePriority, objectPriority, confirmPriority, adoptPriority],
  ...[addIndicator, editIndicator, enterReading, withdrawReading, setBaseline, setTarget, setStretch],
  ...[recordNoticing, editNoticing],
  ...[saveEvidence, editEvidence, withdrawEvidence, reinstateEvidence],
  ...[markTag, editTag],
]);
