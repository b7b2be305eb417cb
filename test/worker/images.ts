import { exports } from 'cloudflare:workers';
import { newId, sha256 } from '../../shared/ids.ts';
import { newAddress, origin } from './cluster.ts';

/** Bytes of a picture that no other test has, with a text in it that can be looked for. */
export const newImage = (text: string = newId()): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(`\u0089PNG\r\n${text}`));

interface Upload {
  hash?: string;
  type?: string;
  token?: string;
}

/** Uploads an image, under its own hash and as a PNG unless told. */
export async function upload(bytes: BodyInit & BufferSource, { hash, type = 'image/png', token }: Upload) {
  const headers = { 'content-type': type, 'cf-connecting-ip': newAddress() };
  return exports.default.fetch(`${origin}/api/blobs/${hash ?? (await sha256(bytes))}`, {
    method: 'PUT',
    headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
    body: bytes,
  });
}
