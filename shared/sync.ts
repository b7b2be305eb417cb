import * as z from 'zod/mini';
import { WireRecord } from './record.ts';

/**
 * How both sides talk. A client names its number in the header `goldthread-protocol`; the Worker refuses those below
 * the oldest that it still understands with `update-needed`. A new action or an optional field does not change it.
 */
export const protocol = 1;
export const protocolHeader = 'goldthread-protocol';

/** A problem as it travels (RFC 9457, with our `code`). A newer server may send codes that we do not know. */
export const WireProblem = z.object({
  code: z.string(),
  detail: z.optional(z.string()),
  present: z.optional(z.unknown()),
});

/** The answers to a batch, one an action, in its order. `time` is the server's clock. */
export const Answers = z.object({
  time: z.number(),
  answers: z.array(
    z.union([
      z.object({ id: z.string(), ok: z.literal(true), seq: z.number() }),
      z.object({ id: z.string(), ok: z.literal(false), problem: WireProblem }),
    ]),
  ),
});

/**
 * A page of changes: every record whose latest change lies in (`after`, `seq`]. It is never cut inside a sequence
 * number. `more` says that another page follows at once.
 */
export const Page = z.object({
  time: z.number(),
  after: z.number(),
  seq: z.number(),
  more: z.boolean(),
  records: z.array(WireRecord),
});
export type Page = z.infer<typeof Page>;

/** Which record's history is asked for. */
export const AskHistory = z.strictObject({
  kind: z.string().check(z.minLength(1), z.maxLength(40)),
  id: z.string().check(z.minLength(1), z.maxLength(40)),
});

/** A history is cut to so many actions, the newest. */
export const longestHistory = 200;

/** One action as the account has it. */
export const Did = z.object({
  seq: z.number(),
  id: z.string(),
  name: z.string(),
  by: z.string(),
  at: z.number(),
  made: z.number(),
  body: z.nullable(z.record(z.string(), z.unknown())),
});

/**
 * What was done to one record, oldest first. `at` is the server's time, `made` the device's own; a body of `null` was
 * erased. `more` says that older actions were left out.
 */
export const History = z.object({
  more: z.boolean(),
  actions: z.array(Did),
});
export type History = z.infer<typeof History>;

/**
 * What the live socket says. `hello` gives the newest sequence number; `changes` is a page that follows `after`, its
 * records left out where they are large. A receiver whose cursor is not `after` has a gap, and pulls.
 */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.number() }),
  z.object({
    type: z.literal('changes'),
    after: z.number(),
    seq: z.number(),
    time: z.number(),
    records: z.optional(z.array(WireRecord)),
  }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/** The live socket's subprotocol. The credential travels as a second one behind `token.`, never in the address. */
export const liveProtocol = `goldthread.${protocol}`;
export const tokenProtocol = 'token.';

/** Why the server closes a live socket for good. */
export const closeCodes = { revoked: 4401, updateNeeded: 4426 } as const;
