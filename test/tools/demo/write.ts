import { writeEvidence } from './evidence.ts';
import { begunOn, writeIndicator } from './figures.ts';
import { writeCluster, writePartnership } from './partnership.ts';
import { newPast, type Past } from './past.ts';
import { writePriority } from './priorities.ts';
import type { Script } from './script.ts';

/**
 * The demo's past as the operator restores it, told from `today`. `keeper` is the id of the member that founded it,
 * `pages` is where the sample pages are served.
 */
export function writeDemo(script: Script, keeper: string, pages: string, today: Date): Past {
  const past = newPast(today, pages);
  writeCluster(script, keeper, past);
  writePartnership(script.partnership, past);
  for (const priority of script.priorities) writePriority(priority, past);
  const begun = begunOn(past, script.begun);
  for (const indicator of script.indicators) writeIndicator(indicator, begun, past);
  for (const piece of script.evidence) writeEvidence(piece, past);
  return past;
}
