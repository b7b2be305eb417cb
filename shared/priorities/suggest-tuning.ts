/** The few numbers that the suggester turns on. */
export interface Tuning {
  /** How much a group or an age counts in a title where it is for whom. */
  forWhom: number;
  /** A title's word that the field's list lacks: beside a subject, and where there is none. As a term's worth. */
  ownWord: number;
  onlyWord: number;
  /** How much a description's subjects count: beside a title's, where they border on it, and where it names none. */
  described: number;
  describedNear: number;
  onlyDescribed: number;
  /** How much a subject counts for a priority that is nearly its own, that borders on it, and an age that does. */
  akin: number;
  near: number;
  nearPhase: number;
  /** What is left of what only mostly says a subject that every page touches on. */
  wide: number;
  /** What is left of a mention after 'including' or 'other than'. */
  passing: number;
  /** What is left of pupils or ages named beside a subject in a sentence. */
  beside: number;
  /** How steeply a sentence that lists many subjects counts less for each. */
  listing: number;
  /** Evidence at which a sentence is two thirds sure. As a term's worth. */
  enough: number;
  /** How much sentences count: a text's first, an inspection's advice, its faults, its praise, its facts and figures. */
  first: number;
  advice: number;
  fault: number;
  praise: number;
  facts: number;
  /** From evidence to a score: log-odds. */
  base: number;
  amount: number;
  share: number;
  density: number;
  lead: number;
  length: number;
  ofSchools: number;
}

export const tuning: Tuning = {
  forWhom: 0.08,
  ownWord: 0.5,
  onlyWord: 3.36,
  described: 0.027,
  describedNear: 0.178,
  onlyDescribed: 0.8,
  akin: 0.975,
  near: 0.034,
  nearPhase: 0.109,
  wide: 0.708,
  passing: 0.35,
  beside: 0.5,
  listing: 0.104,
  enough: 3.51,
  first: 1.404,
  advice: 2.006,
  fault: 1.176,
  praise: 0.7,
  facts: 0.1,
  base: -3.24,
  amount: 2.97,
  share: 4.68,
  density: 2.35,
  lead: 2.06,
  length: -0.52,
  ofSchools: 1.01,
};
