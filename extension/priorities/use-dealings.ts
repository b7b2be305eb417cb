import type { Actor } from '../../shared/cluster/roles.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Agreement } from '../../shared/priorities/agreement.ts';
import type { Dealings } from '../../shared/priorities/due.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../shared/priorities/target.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** What the screens about figures look at, and who is looking. */
export interface SeenDealings extends Dealings {
  me?: Actor | undefined;
}

/** Everything that progress and what is owed are made of; `undefined` until it is read. There are hundreds, not more. */
export function useDealings(): SeenDealings | undefined {
  const { view } = useReplica();
  return useLive(async () => {
    const [priorities, schools, indicators, readings, baselines, targets, noticings, agreements, me] =
      await Promise.all([
        view.list(Priority),
        view.list(School),
        view.list(Indicator),
        view.list(Reading),
        view.list(Baseline),
        view.list(Target),
        view.list(Noticing),
        view.list(Agreement),
        view.me(),
      ]);
    return {
      ...{ priorities, schools, indicators, readings, baselines, targets, noticings, agreements },
      me: me?.actor,
    };
  });
}
