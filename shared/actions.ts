import { catalogue } from './action.ts';
import { appointActing } from './cluster/acting.ts';
import { editCluster, found } from './cluster/cluster.ts';
import { acceptRules, wordRules } from './cluster/engagement.ts';
import { editFollowed, follow } from './cluster/followed.ts';
import { leaveCluster } from './cluster/leaving.ts';
import { admit, editMember } from './cluster/members.ts';
import { affirmPurpose, wordPurpose } from './cluster/purpose.ts';
import { redact } from './cluster/redact.ts';
import { addSchool, editSchool, markSchool } from './cluster/schools.ts';
import { addValue, editValue } from './cluster/values.ts';
import { editActivity, planActivity, replyToActivity } from './cycles/activity.ts';
import { beginCycle, closeCycle, editCycle } from './cycles/cycle.ts';
import { editMeeting, finishDecision, holdMeeting, recordDecision } from './cycles/decision.ts';
import { gatherEvidence, letGoEvidence } from './cycles/gathering.ts';
import { planTrial, recordTrial } from './cycles/trial.ts';
import { editEvidence, reinstateEvidence, saveEvidence, withdrawEvidence } from './evidence/evidence.ts';
import { editResponse, giveResponse } from './evidence/response.ts';
import { expireEvidence } from './evidence/retention.ts';
import { editSearch, keepSearch } from './evidence/saved-search.ts';
import { describeTag, editTag, markTag, mergeTag } from './evidence/tags.ts';
import { takeBackWeighing, weighEvidence } from './evidence/weighing.ts';
import { adoptPriority, agreePriority, confirmPriority, objectPriority } from './priorities/agreement.ts';
import { addIndicator, editIndicator } from './priorities/indicator.ts';
import { editNoticing, recordNoticing } from './priorities/noticing.ts';
import { closePriority, dropPriority, editPriority, proposePriority, reviveProposal } from './priorities/priority.ts';
import { enterReading, withdrawReading } from './priorities/reading.ts';
import { setBaseline, setStretch, setTarget } from './priorities/target.ts';
import { addCitation, dropCitation } from './reviews/citation.ts';
import { setContact } from './reviews/contact.ts';
import { carriedEdition, redactEdition } from './reviews/edition.ts';
import { forgetMember } from './reviews/forget.ts';
import { setNaming } from './reviews/naming.ts';
import { setPublicity, settlePublicity } from './reviews/publicity.ts';
import { publishReview } from './reviews/publish.ts';
import { amendAnswer, answerQuestion, askQuestion, declineQuestion } from './reviews/question.ts';
import { forgetQuestions, passQuestion } from './reviews/question-gone.ts';
import { beginReview, ceaseReview, correctReview, discardReview, refreshReview } from './reviews/review.ts';
import { addSection, editSection } from './reviews/section.ts';
import { signReview } from './reviews/sign-off.ts';
import { withdrawReview } from './reviews/withdraw.ts';

/** Everything that anyone can do in this build. */
export const actions = catalogue([
  ...[found, editCluster, admit, editMember, leaveCluster, forgetMember, redact],
  ...[addSchool, editSchool, markSchool, appointActing],
  ...[wordPurpose, affirmPurpose, addValue, editValue, wordRules, acceptRules, follow, editFollowed],
  ...[proposePriority, editPriority, dropPriority, reviveProposal, closePriority],
  ...[agreePriority, objectPriority, confirmPriority, adoptPriority],
  ...[addIndicator, editIndicator, enterReading, withdrawReading, setBaseline, setTarget, setStretch],
  ...[recordNoticing, editNoticing],
  ...[saveEvidence, editEvidence, withdrawEvidence, reinstateEvidence, expireEvidence],
  ...[markTag, editTag, describeTag, mergeTag],
  ...[weighEvidence, takeBackWeighing, giveResponse, editResponse, keepSearch, editSearch],
  ...[planActivity, editActivity, replyToActivity, beginCycle, editCycle, closeCycle, planTrial, recordTrial],
  ...[setPublicity, settlePublicity, setContact, setNaming],
  ...[beginReview, refreshReview, discardReview, correctReview, ceaseReview, withdrawReview],
  ...[addSection, editSection, addCitation, dropCitation, signReview, publishReview],
  ...[redactEdition, carriedEdition],
  ...[askQuestion, answerQuestion, amendAnswer, declineQuestion, passQuestion, forgetQuestions],
  ...[gatherEvidence, letGoEvidence, holdMeeting, editMeeting, recordDecision, finishDecision],
]);
