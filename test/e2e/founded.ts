import * as z from 'zod/mini';
import type { Action } from '../../shared/action.ts';
import { Issued, Joined, joinLink, newKeys } from '../../shared/cluster/access.ts';
import type { Role } from '../../shared/cluster/roles.ts';
import { newClusterId, newId } from '../../shared/ids.ts';
import { Answers } from '../../shared/sync.ts';
import { post } from '../tools/api.ts';

/** A cluster that was started without a browser: Kestrel Vale, with Ann Archer as its coordinator. */
export interface Founded {
  joined: Joined;
  /** Makes a link for one person. */
  link(role?: Role, schools?: string[]): Promise<string>;
  /** Somebody joins without a browser; answers with the member and the token of their device. */
  admit(name: string, role: Role, schools?: string[]): Promise<Joined>;
  revoke(device: string): Promise<void>;
}

/** Starts it at an address. */
export async function foundAt(address: string): Promise<Founded> {
  const names = { name: 'Kestrel Vale', word: 'cluster', founder: 'Ann Archer', device: 'A laptop' };
  const joined = await post(address, 'clusters', Joined, { id: newClusterId(), ...names, keys: newKeys() });
  const invite = async (role: Role = 'leader', schools: string[] = []) =>
    (await post(address, 'invitations', Issued, { role, schools, uses: 1, days: 14 }, joined.token)).code;
  return {
    joined,
    async link(role, schools) {
      return joinLink(address, await invite(role, schools));
    },
    async admit(name, role, schools) {
      const entrance = { code: await invite(role, schools), name, device: 'A tablet', keys: newKeys() };
      return post(address, 'join', Joined, entrance);
    },
    async revoke(device) {
      await post(address, 'devices/revoke', z.object({}), { device }, joined.token);
    },
  };
}

/** Does something without a browser, as whoever has this token; the cluster must accept it. */
export async function actAs<Body>(
  address: string,
  { token }: Pick<Joined, 'token'>,
  action: Action<string, Body>,
  body: Body,
): Promise<void> {
  const groups = [[{ id: newId(), name: action.name, body, at: Date.now() }]];
  const { answers } = await post(address, 'actions', Answers, { groups }, token);
  const [answer] = answers;
  if (!answer?.ok) throw new Error(`${action.name} was not accepted: ${JSON.stringify(answer)}`);
}
