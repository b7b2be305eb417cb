import type { Context } from 'hono';
import type { Env } from '../env.ts';
import type { App } from '../http.ts';
import { sameText } from './credentials.ts';

/** Whether a page of this origin may call: the extension, in any browser, and what the owner names. */
export function originAllowed({ ORIGINS }: Env, origin: string): boolean {
  return /^(chrome|moz)-extension:\/\//.test(origin) || ORIGINS.split(' ').includes(origin);
}

/** Takes one from the rate of the caller's address. Which header names it is the owner's to say: callers can lie. */
export async function withinRate(c: Context<App>, rate: RateLimit): Promise<boolean> {
  const { ADDRESS_HEADER } = c.env;
  const key = (ADDRESS_HEADER && c.req.header(ADDRESS_HEADER)) || 'all';
  return (await rate.limit({ key })).success;
}

/** Whether a cluster may be created with this secret. */
export const mayCreate = ({ CREATE_SECRET }: Env, secret = ''): boolean =>
  !CREATE_SECRET || sameText(secret, CREATE_SECRET);

/** Whether the caller has the owner's secret. A short one counts as none. */
export function isOperator({ OPERATOR_SECRET = '' }: Env, authorization = ''): boolean {
  return OPERATOR_SECRET.length >= 32 && sameText(authorization, `Bearer ${OPERATOR_SECRET}`);
}
