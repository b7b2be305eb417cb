/**
 * What tells a file from others: PDF.js's fingerprint (the file's own id, or a hash of its beginning) and a SHA-256 of
 * its letters. The same report at two addresses is one; a later state of it under the same id is another.
 */
export async function fingerprintOf(own: string | null | undefined, text: string): Promise<string> {
  const letters = text.normalize('NFKC').replace(/\s+/g, ' ');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(letters));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${(own ?? '')
    .toLowerCase()
    .replace(/[^\da-f]/g, '')
    .slice(0, 64)}-${hex}`;
}
