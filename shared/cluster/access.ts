import * as z from 'zod/mini';
import { ClusterId, Id, newId, newSecret } from '../ids.ts';
import { WireRecord } from '../record.ts';
import { words } from './cluster.ts';
import { MemberName, SchoolIds } from './members.ts';
import { readRecovery } from './recovery.ts';
import { roles } from './roles.ts';
import { line } from './text.ts';

const secret = '[A-Za-z0-9_-]{43}';
const short = '[A-Za-z0-9_-]{22}';

/**
 * A credential's text: the cluster's id, a dot and random bits in base64url: 256 in a device's token, an invitation and
 * a code for one more device, 128 in a recovery code, which somebody may have to type from paper.
 */
export const Code = z.string().check(z.regex(new RegExp(`^[0-9a-f]{32}\\.(${secret}|${short})$`)));

/** The cluster that a code or token belongs to. */
export const clusterOf = (code: string): string => code.slice(0, 32);

const code = new RegExp(`[0-9a-f]{32}\\.(${secret}|${short})(?![A-Za-z0-9_-])`);

/** A link to join with. The code is in the fragment, which browsers never send to a server. */
export const joinLink = (address: string, code: string): string => `${address}/join#${code}`;

/**
 * The address and the code in what a person pasted or typed: a link, a line of an e-mail around it, a code by itself,
 * with breaks in it or not, a recovery code from paper. The address is missing where only a code was given.
 */
export function linkIn(text: string): { address?: string; code: string } | undefined {
  for (const tried of [text, text.replace(/\s+/g, '')]) {
    const found = code.exec(tried)?.[0];
    const address = /(https?:\/\/[^\s/#]+)\/join#/.exec(tried)?.[1];
    if (found) return address ? { address, code: found } : { code: found };
  }
  const typed = readRecovery(text);
  return typed ? { code: typed } : undefined;
}

const Secret = z.string().check(z.regex(new RegExp(`^${secret}$`)));
const ShortSecret = z.string().check(z.regex(new RegExp(`^${short}$`)));

/**
 * What a joining device makes itself, so that joining again after a lost answer is the same joining: the ids of member
 * and device, and the secrets of its token and of the recovery code.
 */
const Keys = z.strictObject({ member: Id, device: Id, token: Secret, recovery: ShortSecret });
export type Keys = z.infer<typeof Keys>;

/** Makes the keys of one attempt to join; keep them until it has succeeded. */
export const newKeys = (): Keys => ({ member: newId(), device: newId(), token: newSecret(), recovery: newSecret(16) });

const entrance = {
  /** What the device is called in the list of devices. */
  device: line(80),
  keys: Keys,
};

export const CreateCluster = z.strictObject({
  id: ClusterId,
  name: line(120),
  word: z.enum(words),
  founder: MemberName,
  demo: z.optional(z.boolean()),
  ...entrance,
  /** Asked for where the owner of the address has closed it. */
  secret: z.optional(z.string().check(z.maxLength(200))),
});
export type CreateCluster = z.infer<typeof CreateCluster>;

/** Takes up an invitation, a code for one more device, or a recovery code. Only an invitation asks for a name. */
export const Join = z.strictObject({ code: Code, name: z.optional(MemberName), ...entrance });
export type Join = z.infer<typeof Join>;

export const Look = z.strictObject({ code: Code });

/** What a code is for, told to whoever holds it before they take it up. */
export const LookAnswer = z.object({
  kind: z.enum(['invitation', 'device', 'recovery']),
  cluster: z.object({ name: z.string(), word: z.string(), demo: z.optional(z.boolean()) }),
  /** For an invitation. */
  role: z.optional(z.enum(roles)),
  schools: z.optional(z.array(z.string())),
  /** For a further device: whose it will be. */
  member: z.optional(z.string()),
});
export type LookAnswer = z.infer<typeof LookAnswer>;

/** What a device gets when it is let in. `recovery` is there for a new member and after a recovery: print it. */
export const Joined = z.object({
  cluster: ClusterId,
  member: z.string(),
  device: z.string(),
  token: Code,
  recovery: z.optional(Code),
  /** The cluster, its members, schools and priorities as they are: enough to work with before the first sync. */
  records: z.array(WireRecord),
  time: z.number(),
});
export type Joined = z.infer<typeof Joined>;

export const Invite = z.strictObject({
  role: z.enum(roles),
  schools: SchoolIds,
  /** How many people may take it up. */
  uses: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  days: z.number().check(z.int(), z.minimum(1), z.maximum(90)),
});
export type Invite = z.infer<typeof Invite>;

/** A code that was made, and when it runs out. */
export const Issued = z.object({ code: Code, expires: z.number() });
export type Issued = z.infer<typeof Issued>;

/** A device of the member who asks, or, for a coordinator, of anyone. `current` is the one that asks. */
export const Devices = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      member: z.string(),
      name: z.string(),
      added: z.number(),
      current: z.boolean(),
    }),
  ),
});
export type Devices = z.infer<typeof Devices>;

export const DeviceRef = z.strictObject({ device: Id });

/** What any address says of itself. */
export const About = z.object({
  name: z.literal('goldthread'),
  protocol: z.number(),
  /** Whether anyone may create a cluster here, or only with the owner's secret. */
  open: z.boolean(),
  time: z.number(),
});
export type About = z.infer<typeof About>;

/** Invitations that nobody, or not everybody, has taken up yet. Their links are known only to whoever made them. */
export const Invitations = z.object({
  invitations: z.array(
    z.object({
      id: z.string(),
      role: z.enum(roles),
      schools: z.array(z.string()),
      /** How many people may still take it up. */
      uses: z.number(),
      made: z.number(),
      expires: z.number(),
    }),
  ),
});
export type Invitations = z.infer<typeof Invitations>;

export const InvitationRef = z.strictObject({ invitation: Id });

/** Operator: an invitation for a new coordinator, where the last one is lost. */
export const OperatorInvite = z.strictObject({ cluster: ClusterId });

/** Operator, trusted: actions of the past, each with its author and time, for the demo and for a restore. */
export const OperatorRestore = z.strictObject({
  cluster: ClusterId,
  entries: z
    .array(
      z.strictObject({
        by: z.string().check(z.maxLength(64)),
        at: z.number().check(z.int()),
        id: Id,
        name: z.string().check(z.maxLength(80)),
        body: z.unknown(),
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
});
export type OperatorRestore = z.infer<typeof OperatorRestore>;
