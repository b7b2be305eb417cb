import type { Context } from 'hono';
import { sha256 } from '../../shared/ids.ts';
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

/**
 * Who a caller is, as far as a share of something is concerned: a hash of the address, of IPv6 its first half (one
 * household has all of it). `undefined` where no header is trusted to name it. It is kept in memory alone.
 */
export async function shareOf(c: Context<App>): Promise<string | undefined> {
  const { ADDRESS_HEADER } = c.env;
  const address = ADDRESS_HEADER && c.req.header(ADDRESS_HEADER);
  if (!address) return undefined;
  return sha256(address.includes(':') ? firstHalf(address) : address);
}

/** The first four groups of an IPv6 address (RFC 4291), zeros written out. */
function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const end = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - groups.length - end.length);
  const all = [...groups, ...Array.from({ length: gap }, () => '0'), ...end];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Whether a cluster may be created with this secret. */
export const mayCreate = ({ CREATE_SECRET }: Env, secret = ''): boolean =>
  !CREATE_SECRET || sameText(secret, CREATE_SECRET);

/** Whether the caller has the owner's secret. A short one counts as none. */
export function isOperator({ OPERATOR_SECRET = '' }: Env, authorization = ''): boolean {
  return OPERATOR_SECRET.length >= 32 && sameText(authorization, `Bearer ${OPERATOR_SECRET}`);
}
