import * as z from 'zod/mini';
import {
  About,
  type CreateCluster,
  Devices,
  Invitations,
  type Invite,
  Issued,
  type Join,
  Joined,
  joinLink,
  type Keys,
  LookAnswer,
  newKeys,
} from '../../shared/cluster/access.ts';
import { newClusterId } from '../../shared/ids.ts';
import { ok } from '../../shared/problem.ts';
import type { Answered, Client } from './client.ts';
import { type Database, setMeta } from './database.ts';
import type { Sessions } from './session.ts';

const Nothing = z.object({});

/** A link that somebody else can use, and when it runs out (the server's clock, milliseconds since 1970). */
export interface Link {
  link: string;
  expires: number;
}

/** Who may come in: joining, inviting, devices, leaving. All of it needs the cluster to be reached. */
export function createAccess(db: Database, client: Client, sessions: Sessions, now: () => number) {
  const begin = async (address: string, joined: Joined, own: boolean): Promise<void> => {
    const { cluster, member, device, token, recovery } = joined;
    await sessions.begin({ address, cluster, member, device, token, own, ...(recovery && { recovery }) });
    // The first records come with the answer, so that everything works from here on, connection or not.
    await db.records.bulkPut(joined.records);
    await setMeta(db, 'skew', joined.time - now());
  };

  /** Trying again after a lost answer is the same joining: ids and secrets are made once. */
  const attempts = new Map<string, { id: string; keys: Keys }>();
  const attemptFor = (what: string) => {
    const attempt = attempts.get(what) ?? { id: newClusterId(), keys: newKeys() };
    attempts.set(what, attempt);
    return attempt;
  };

  const entered = async (address: string, answer: Answered<Joined>, own: boolean): Promise<Answered<Joined>> => {
    if (answer.ok) {
      await begin(address, answer.value, own);
      attempts.clear();
    }
    return answer;
  };

  const issued = async (answer: Answered<Issued>): Promise<Answered<Link>> => {
    const session = await sessions.stored();
    if (!answer.ok || !session) return answer as Answered<never>;
    return ok({ link: joinLink(session.address, answer.value.code), expires: answer.value.expires });
  };

  return {
    about: (address: string): Promise<Answered<About>> => client.request(address, 'about', About, { method: 'GET' }),

    /** What a code is for, before it is taken up. */
    look: (address: string, code: string): Promise<Answered<LookAnswer>> =>
      client.request(address, 'look', LookAnswer, { body: { code } }),

    create: async (
      address: string,
      body: Omit<CreateCluster, 'id' | 'keys'>,
      own: boolean,
    ): Promise<Answered<Joined>> => {
      const answer = await client.request(address, 'clusters', Joined, { body: { ...body, ...attemptFor(address) } });
      return entered(address, answer, own);
    },

    join: async (address: string, body: Omit<Join, 'keys'>, own: boolean): Promise<Answered<Joined>> => {
      const { keys } = attemptFor(body.code);
      return entered(address, await client.request(address, 'join', Joined, { body: { ...body, keys } }), own);
    },

    invite: async (body: Invite): Promise<Answered<Link>> =>
      issued(await client.authorised('invitations', Issued, { body })),

    /** The invitations that somebody may still take up. Their links are known only where they were made. */
    invitations: async (): Promise<Answered<Invitations['invitations']>> => {
      const answer = await client.authorised('invitations', Invitations, { method: 'GET' });
      return answer.ok ? ok(answer.value.invitations) : answer;
    },

    revokeInvitation: async (invitation: string): Promise<Answered<object>> =>
      client.authorised('invitations/revoke', Nothing, { body: { invitation } }),

    /** Another link in the place of an open invitation's, whose own is worth nothing from then on. */
    reissue: async (invitation: string): Promise<Answered<Link>> =>
      issued(await client.authorised('invitations/reissue', Issued, { body: { invitation } })),

    /** A one-use link that lets one more device of this member in. */
    addDevice: async (): Promise<Answered<Link>> => issued(await client.authorised('devices/link', Issued)),

    /** The address of a calendar of what is due, to subscribe to; this member's old one is worth nothing from then on. */
    calendar: async (): Promise<Answered<string>> => {
      const answer = await client.authorised('calendar', Issued);
      const session = await sessions.stored();
      if (!answer.ok || !session) return answer as Answered<never>;
      return ok(`${session.address}/api/calendar/${answer.value.code}.ics`);
    },

    devices: async (): Promise<Answered<Devices['devices']>> => {
      const answer = await client.authorised('devices', Devices, { method: 'GET' });
      return answer.ok ? ok(answer.value.devices) : answer;
    },

    revoke: async (device: string): Promise<Answered<object>> =>
      client.authorised('devices/revoke', Nothing, { body: { device } }),

    /** A new recovery code in place of the old one. It is kept until the person has said that it is printed. */
    newRecovery: async (): Promise<Answered<Issued>> => {
      const answer = await client.authorised('recovery', Issued);
      if (answer.ok) await sessions.keepRecovery(answer.value.code);
      return answer;
    },

    /** Leaves: nothing of the cluster stays here. The server is told where it can be reached. */
    async leave(): Promise<void> {
      const session = await sessions.current();
      if (session) await client.authorised('devices/revoke', Nothing, { body: { device: session.device } });
      await sessions.wipe();
    },
  };
}

export type Access = ReturnType<typeof createAccess>;
