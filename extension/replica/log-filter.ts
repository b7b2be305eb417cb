import type { Stance } from '../../shared/evidence/evidence.ts';

/** What somebody looks for in the log. Everything that is set must be so. */
export interface LogFilter {
  /** Words as they were typed: all of them, the last one at least begun. */
  words: string;
  /** Any of these. */
  priorities: readonly string[];
  /** The school for which its author acts. */
  school?: string | undefined;
  person?: string | undefined;
  tag?: string | undefined;
  stance?: Stance | undefined;
  /** What its author has withdrawn too. */
  withdrawn: boolean;
}

export const noFilter: LogFilter = { words: '', priorities: [], withdrawn: false };

/** How many things are asked for, words left out. */
export const asked = ({ priorities, school, person, tag, stance, withdrawn }: LogFilter): number =>
  priorities.length + [school, person, tag, stance, withdrawn].filter(Boolean).length;

/** Whether anything is looked for. */
export const isFiltered = (filter: LogFilter): boolean => asked(filter) > 0 || filter.words.trim() !== '';
