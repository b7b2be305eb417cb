import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { Member } from '../../shared/cluster/member-kind.ts';
import { Purpose } from '../../shared/cluster/purpose.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Value } from '../../shared/cluster/values.ts';
import { Evidence } from '../../shared/evidence/evidence.ts';
import { Response } from '../../shared/evidence/response.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Priority } from '../../shared/priorities/priority-kind.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../shared/priorities/target.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import type { ReviewSources } from '../../shared/reviews/prepare.ts';
import { Contact, Naming, Publicity } from '../../shared/reviews/public-kind.ts';
import { Citation, Review, Section, SignOff } from '../../shared/reviews/review-kind.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

const kinds = {
  ...{ clusters: Cluster, schools: School, members: Member, purposes: Purpose, values: Value, priorities: Priority },
  ...{ indicators: Indicator, readings: Reading, baselines: Baseline, targets: Target },
  ...{ evidence: Evidence, responses: Response, publicities: Publicity, contacts: Contact, namings: Naming },
  ...{ reviews: Review, sections: Section, citations: Citation, signOffs: SignOff, editions: Edition },
};

/** Everything that an edition is made of, live; `undefined` until it is read. All of the log: asked for only here. */
export function useSources(): ReviewSources | undefined {
  const { view } = useReplica();
  return useLive(() => view.lists(kinds));
}
