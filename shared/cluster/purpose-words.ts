/** What results are named by, and the verbs that ask for more of them. */
const results =
  /\b(outcomes?|attainment|achievements?|standards|results|grades|scores|progress|performance|attendance|absence|exclusions?|suspensions?|ks[1-4]|gcses?|sats|gaps?|data|ofsted|judge?ments?|outstanding|good schools?)\b/i;
const asking =
  /\b(improv\w*|rais\w*|rise|increas\w*|boost\w*|better|clos\w*|narrow\w*|reduc\w*|cut\w*|driv\w*|maximi[sz]\w*|deliver\w*|achiev\w*|secur\w*|ensur\w*|accelerat\w*|lift\w*|strengthen\w*|get)\b/i;

/** What people say when they speak of why: what they believe, care for and will not accept, and of themselves together. */
const why =
  /\b(because|believ\w*|belie[fv]s?|belong\w*|car(?:e|es|ing)|lov\w*|passion\w*|refus\w*|never|no child|each other|one another|together|promis\w*|so that|in order that|community|communities|trust|hop(?:e|es|ing)|dignity|just(?:ice|ly)|fair\w*|matter\w*|owe)\b/i;

/**
 * Whether a purpose only states a result ('improve outcomes for all children'): it asks for more of something that is
 * measured, and says nothing of why these people stand together for it. A hint for a screen; it is never a rule.
 */
export const statesOnlyAResult = (text: string): boolean => results.test(text) && asking.test(text) && !why.test(text);
