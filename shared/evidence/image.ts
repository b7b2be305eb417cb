/** Types of image that are kept: none of them can carry a script. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
export type ImageType = (typeof imageTypes)[number];

/** What kind of image some bytes are, by how they begin and whatever anyone says of them. */
export function imageTypeOf(bytes: ArrayBuffer): ImageType | undefined {
  const start = String.fromCharCode(...new Uint8Array(bytes.slice(0, 12)));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return undefined;
}
