import { type IndicatorProgress, progressOf } from '../../shared/priorities/progress.ts';
import type { SeenDealings } from '../priorities/use-dealings.ts';
import { inOrder, isOffered, type SeenPriority, seenPriority } from '../priorities/use-priorities.ts';

/** A priority that is agreed or proposed, with where the schools are on its indicators. */
export interface ThreadProgress {
  thread: SeenPriority;
  progress: IndicatorProgress[];
}

/** Every priority that has an indicator, agreed ones first. */
export const threadsOf = (dealings: SeenDealings): ThreadProgress[] =>
  inOrder(dealings.priorities.flatMap(seenPriority))
    .filter(isOffered)
    .map((thread) => ({ thread, progress: progressOf(dealings, thread.id) }))
    .filter(({ progress }) => progress.length > 0);
