/** One subject of the field's language, as `field-words.ts` and its neighbours write it. Terms are separated by commas. */
export interface Concept {
  /** Says this subject and hardly anything else. */
  sure: string;
  /** Mostly says it. */
  likely: string;
  /** Counts only in company. */
  hint: string;
  /** Looks like it and is not meant: such words count for nothing. */
  not: string;
  /** How leaders name it in a priority, in words that would say little in a text: 'every day', 'keeping … teachers'. */
  called?: string;
  /** Subjects so close that they count for half and more. */
  akin?: readonly string[];
  /** Subjects that border on it: they count a little. */
  near: readonly string[];
  /** It says which pupils rather than what about them: 'reading for disadvantaged pupils' is about reading. */
  group?: true;
  /** It says at what age rather than what: it lifts what is found, and makes no suggestion beside a real subject. */
  phase?: true;
  /** Every page about schools touches on it, so it takes nothing from a subject that stands beside it. */
  wide?: true;
}
