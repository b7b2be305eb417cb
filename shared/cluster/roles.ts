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
  'member.admit': ['operator'],
  'member.invite': ['coordinator'],
  'device.revoke': ['coordinator'],
  'school.add': ['coordinator', 'head'],
  'priority.propose': ['coordinator', 'head', 'leader'],
  'evidence.save': ['coordinator', 'head', 'leader'],
  'evidence.edit': ['coordinator', 'head', 'leader'],
  'record.redact': ['coordinator'],
} as const satisfies Record<string, readonly Actor['role'][]>;

export type Capability = keyof typeof table;
export const capabilities = Object.keys(table) as Capability[];

/** Whether an actor may do something at all; an action's own rule may say more. */
export function can(actor: Pick<Actor, 'role'>, capability: Capability): boolean {
  return (table[capability] as readonly Actor['role'][]).includes(actor.role);
}
