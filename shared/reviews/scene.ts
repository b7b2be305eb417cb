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

/** The kinds that the content of a draft is made of, besides the evidence that it cites: there are few of each. */
export const contentKinds = {
  clusters: Cluster,
  schools: School,
  purposes: Purpose,
  values: Value,
  priorities: Priority,
  indicators: Indicator,
  readings: Reading,
  baselines: Baseline,
  targets: Target,
  sections: Section,
  citations: Citation,
} as const;

/** Every kind of record that a review is made of, by the name of its list. */
export const sceneKinds = {
  ...contentKinds,
  members: Member,
  evidence: Evidence,
  responses: Response,
  decisions: Decision,
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

/** The lists that content is made of; of the evidence, the pieces that are cited are enough. */
export type ContentLists = Pick<SceneLists, keyof typeof contentKinds | 'evidence'>;

/** A review, with what its content is made of. */
export interface ContentScene extends ContentLists {
  review: Record<Review> & { body: Review };
}

const listed = (kinds: { [name: string]: object }, { list }: Pick<Context, 'list'>) =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, list(kind as Kind<unknown>)]));

/** The lists as a rule sees them. */
export const sceneOf = (context: Pick<Context, 'list'>): SceneLists =>
  listed(sceneKinds, context) as unknown as SceneLists;

/** Those that content is made of, with the evidence that a review cites. */
export function contentListsOf(review: string, context: Pick<Context, 'list' | 'get'>): ContentLists {
  const lists = listed(contentKinds, context) as unknown as Omit<ContentLists, 'evidence'>;
  return { ...lists, evidence: citedIn(lists.citations, review).flatMap((id) => context.get(Evidence, id) ?? []) };
}

/** The ids of the evidence that a review cites, each once. */
export const citedIn = (citations: readonly Record<Citation>[], review: string): string[] => [
  ...new Set(citations.flatMap(({ body }) => (body?.review === review && !body.dropped ? [body.evidence] : []))),
];
