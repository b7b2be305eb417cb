/** What a member may be in a cluster. */
export const roles = ['coordinator', 'head', 'leader', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Who acts: a member in the role and for the schools that the cluster's records give. */
export interface Actor {
  member: string;
  role: Role | 'operator';
  schools: readonly string[];
}

/** What each role may do. `operator` is whoever runs the Worker: founding, joining, restoring. */
const table = {
  'cluster.found': ['operator'],
  'cluster.edit': ['coordinator'],
  'cluster.export': ['coordinator'],
  'member.admit': ['operator'],
  // Oneself, as far as the action's own rule says, or a coordinator.
  'member.edit': ['coordinator', 'head', 'leader', 'observer'],
  'member.leave': ['coordinator', 'head', 'leader', 'observer'],
  'member.forget': ['coordinator', 'head', 'leader', 'observer'],
  'member.invite': ['coordinator'],
  'device.revoke': ['coordinator'],
  'school.add': ['coordinator', 'head'],
  'school.edit': ['coordinator', 'head'],
  'school.mark': ['coordinator'],
  'school.appoint': ['coordinator', 'head', 'leader'],
  'purpose.word': ['coordinator', 'head', 'leader'],
  'purpose.affirm': ['coordinator', 'head', 'leader'],
  'value.write': ['coordinator', 'head', 'leader'],
  'rules.word': ['coordinator', 'head'],
  'rules.accept': ['coordinator', 'head', 'leader', 'observer'],
  'partnership.follow': ['coordinator', 'head', 'leader'],
  'priority.propose': ['coordinator', 'head', 'leader'],
  'priority.edit': ['coordinator', 'head', 'leader'],
  'priority.drop': ['coordinator', 'head', 'leader'],
  // Whoever speaks for a school; a leader may be named to act for its head.
  'priority.agree': ['coordinator', 'head', 'leader'],
  'priority.confirm': ['coordinator', 'head'],
  'priority.adopt': ['coordinator'],
  'priority.close': ['coordinator', 'head'],
  'indicator.write': ['coordinator', 'head', 'leader'],
  'noticing.record': ['coordinator', 'head', 'leader'],
  'reading.enter': ['coordinator', 'head', 'leader'],
  'target.set': ['coordinator', 'head', 'leader'],
  'tag.mark': ['coordinator', 'head', 'leader'],
  'evidence.weigh': ['coordinator', 'head', 'leader'],
  'evidence.gather': ['coordinator', 'head', 'leader'],
  // Whoever reads along may ask and challenge.
  'response.give': ['coordinator', 'head', 'leader', 'observer'],
  'search.keep': ['coordinator', 'head', 'leader', 'observer'],
  'activity.plan': ['coordinator', 'head', 'leader'],
  'cycle.run': ['coordinator', 'head', 'leader'],
  'meeting.hold': ['coordinator', 'head', 'leader'],
  'decision.record': ['coordinator', 'head', 'leader'],
  'evidence.save': ['coordinator', 'head', 'leader'],
  'evidence.edit': ['coordinator', 'head', 'leader'],
  'evidence.expire': ['operator'],
  'record.redact': ['coordinator'],
  'publicity.set': ['coordinator'],
  'publicity.settle': ['operator'],
  'contact.set': ['coordinator', 'head', 'leader'],
  // Each for themselves.
  'naming.set': ['coordinator', 'head', 'leader', 'observer'],
  'review.write': ['coordinator', 'head', 'leader'],
  // Whoever speaks for a school; a leader may be named to act for its head.
  'review.sign': ['coordinator', 'head', 'leader'],
  'review.publish': ['coordinator', 'head'],
  'edition.redact': ['operator'],
  'edition.carried': ['operator'],
  'question.ask': ['operator'],
  'question.answer': ['coordinator', 'head', 'leader'],
  'question.forget': ['operator'],
} as const satisfies Record<string, readonly Actor['role'][]>;

export type Capability = keyof typeof table;
export const capabilities = Object.keys(table) as Capability[];

/** Whether an actor may do something at all; an action's own rule may say more. */
export function can(actor: Pick<Actor, 'role'>, capability: Capability): boolean {
  return (table[capability] as readonly Actor['role'][]).includes(actor.role);
}
