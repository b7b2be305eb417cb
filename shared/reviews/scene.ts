import type { Context } from '../action.ts';
import { Cluster } from '../cluster/cluster-kind.ts';
import { Member } from '../cluster/member-kind.ts';
import { Purpose } from '../cluster/purpose.ts';
import { School } from '../cluster/schools.ts';
import { Value } from '../cluster/values.ts';
import { Decision } from '../cycles/decision.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Response } from '../evidence/response.ts';
import { Indicator } from '../priorities/indicator.ts';
import { Priority } from '../priorities/priority-kind.ts';
import { Reading } from '../priorities/reading.ts';
import { Baseline, Target } from '../priorities/target.ts';
import type { Kind, Record } from '../record.ts';
import { Edition } from './edition-kind.ts';
import { Contact, Naming, Publicity } from './public-kind.ts';
import { Citation, type Review, Section, SignOff } from './review-kind.ts';

/** Every kind of record that a review is made of, by the name of its list. */
export const sceneKinds = {
  clusters: Cluster,
  members: Member,
  schools: School,
  purposes: Purpose,
  values: Value,
  priorities: Priority,
  indicators: Indicator,
  readings: Reading,
  baselines: Baseline,
  targets: Target,
  evidence: Evidence,
  responses: Response,
  decisions: Decision,
  sections: Section,
  citations: Citation,
  signOffs: SignOff,
  namings: Naming,
  publicities: Publicity,
  contacts: Contact,
  editions: Edition,
} as const;

type BodyOf<K> = K extends Kind<infer Body> ? Body : never;

/** Those records; any list may hold more than is needed. */
export type SceneLists = { [name in keyof typeof sceneKinds]: readonly Record<BodyOf<(typeof sceneKinds)[name]>>[] };

/** A review, with everything that it is made of. */
export interface ReviewScene extends SceneLists {
  review: Record<Review> & { body: Review };
}

/** The lists as a rule sees them. */
export const sceneOf = ({ list }: Pick<Context, 'list'>): SceneLists =>
  Object.fromEntries(
    Object.entries(sceneKinds).map(([name, kind]) => [name, list(kind as Kind<unknown>)]),
  ) as unknown as SceneLists;
