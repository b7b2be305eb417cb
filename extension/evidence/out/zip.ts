import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { shortPause } from '../../replica/short-pause.ts';

/** A file in an archive, in parts; text is UTF-8. Pictures are compressed already. */
export interface ZipFile {
  path: string;
  parts: Iterable<string | Uint8Array<ArrayBuffer>> | AsyncIterable<string | Uint8Array<ArrayBuffer>>;
  picture?: boolean;
}

/** Lets the screen draw and listen. */
export const breathe = shortPause;

/** Milliseconds of work after which the screen gets its turn. */
export const turn = 12;

/** Puts files into one zip, a part at a time, so that the screen never stands still. Ends early after the signal. */
export async function zipped(
  files: Iterable<ZipFile> | AsyncIterable<ZipFile>,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else chunks.push(new Uint8Array(chunk));
  });
  const encoder = new TextEncoder();
  let begun = performance.now();
  for await (const { path, parts, picture } of files) {
    const file = picture ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    // The day of taking out is said inside; a zip's own times know no time zone.
    file.mtime = new Date(1980, 0, 2);
    zip.add(file);
    for await (const part of parts) {
      if (signal.aborted) return [];
      file.push(typeof part === 'string' ? encoder.encode(part) : part);
      if (performance.now() - begun < turn) continue;
      await breathe();
      begun = performance.now();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  if (failed) throw failed;
  return chunks;
}
