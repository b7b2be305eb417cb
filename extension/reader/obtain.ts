import { hasAccess, takeShelved } from '../platform/reader.ts';

/** What became of asking for a file's bytes. */
export type Obtained =
  | { bytes: Uint8Array<ArrayBuffer> }
  /** `access`: its host has to be allowed first. `status`: the host answered so. `network`: it did not answer. */
  | { problem: 'access' | 'network' | 'huge' | 'local' | 'not-found' | 'refused' };

/** A file larger than this would take the memory of everything else, in bytes. */
const largest = 500_000_000;

/**
 * Reads a file from its address, as far as the person allowed it, or from the stream that the browser has of it. `tell`
 * hears which part of it has come, from 0 to 1.
 */
export async function obtain(
  { url, stream }: { url: string; stream?: string | undefined },
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Obtained> {
  const shelved = stream === undefined && (await takeShelved(url));
  if (shelved) return { bytes: shelved };
  if (!stream && !/^https?:/i.test(url)) return { problem: 'local' };
  if (!stream && !(await hasAccess(url))) return { problem: 'access' };
  try {
    const answer = await fetch(stream ?? url, { credentials: 'include', signal });
    if (!answer.ok) return { problem: answer.status === 404 || answer.status === 410 ? 'not-found' : 'refused' };
    const size = Number(answer.headers.get('content-length') ?? 0);
    if (size > largest) return { problem: 'huge' };
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    const reader = answer.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > largest) {
        await reader?.cancel();
        return { problem: 'huge' };
      }
      // What is sent compressed is longer than it says.
      if (size > 0) tell(Math.min(1, length / size));
    }
    return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { problem: 'network' };
  }
}
