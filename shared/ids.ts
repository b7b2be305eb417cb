import * as z from 'zod/mini';

// Probing for `new Function` is a content-security violation in the extension and in the Worker's pages.
z.config({ jitless: true });

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Makes a UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits.
 * Ids made by one device later sort later, to the millisecond.
 */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

/** An id made by a client. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** A cluster's id: 128 random bits in hexadecimal. It names the cluster's Durable Object. */
export const ClusterId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** Makes a cluster's id. */
export const newClusterId = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

/** Makes a secret of so many random bytes, in base64url: 43 characters for 32, 22 for 16. */
export const newSecret = (bytes = 32): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** A SHA-256 in hexadecimal: the name of a blob. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The SHA-256 of some bytes or of a text in UTF-8, in hexadecimal. */
export async function sha256(data: BufferSource | string): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
