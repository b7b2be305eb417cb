import { limits } from '../../shared/action.ts';
import { imageTypeOf } from '../../shared/evidence/image.ts';

/** A picture's bytes, in a form that the log keeps. */
export interface Picture {
  type: string;
  bytes: ArrayBuffer;
}

/** More than this is not read at all. */
const mostRead = 25_000_000;
/** Pixels on the longer side of a picture that had to be made smaller. */
const side = 1600;

/** Reads a picture from its address, as far as the extension has access to it. */
export async function fetchPicture(url: string): Promise<ArrayBuffer | undefined> {
  try {
    const answer = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostRead) return undefined;
    const bytes = await answer.arrayBuffer();
    return bytes.byteLength <= mostRead ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a text in base64, as a page's answer brings them. */
export function bytesOf(base64: unknown): ArrayBuffer | undefined {
  if (typeof base64 !== 'string' || base64.length > mostRead * 1.4) return undefined;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  } catch {
    return undefined;
  }
}

/** A picture as the log keeps it: as it is, or smaller where it is too large; `undefined` where it is none. */
export async function fitPicture(bytes: ArrayBuffer): Promise<Picture | undefined> {
  const type = imageTypeOf(bytes);
  if (type && bytes.byteLength <= limits.blobBytes) return { type, bytes };
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], type && { type }));
    let scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    for (let tries = 0; tries < 5; tries++) {
      const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale));
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const small = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
      // A browser that cannot write WebP writes PNG.
      if (small.size <= limits.blobBytes) return { type: small.type, bytes: await small.arrayBuffer() };
      scale *= 0.7;
    }
  } catch {
    // Not a picture that this browser can read.
  }
  return undefined;
}
