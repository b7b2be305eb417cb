import * as z from 'zod/mini';
import { Issued, Joined, joinLink, newKeys } from '../../shared/cluster/access.ts';
import { newClusterId } from '../../shared/ids.ts';
import { post } from '../tools/api.ts';

/** A cluster that was started without a browser: Kestrel Vale, with Ann Archer as its coordinator. */
export interface Founded {
  joined: Joined;
  /** Makes a link for one person. */
  link(role?: 'coordinator' | 'leader' | 'observer'): Promise<string>;
  revoke(device: string): Promise<void>;
}

/** Starts it at an address. */
export async function foundAt(address: string): Promise<Founded> {
  const names = { name: 'Kestrel Vale', word: 'cluster', founder: 'Ann Archer', device: 'A laptop' };
  const joined = await post(address, 'clusters', Joined, { id: newClusterId(), ...names, keys: newKeys() });
  return {
    joined,
    async link(role = 'leader') {
      const invitation = { role, schools: [], uses: 1, days: 14 };
      return joinLink(address, (await post(address, 'invitations', Issued, invitation, joined.token)).code);
    },
    async revoke(device) {
      await post(address, 'devices/revoke', z.object({}), { device }, joined.token);
    },
  };
}
