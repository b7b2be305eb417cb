import { wordBody, wordParts } from '../../../shared/evidence/formats/word-parts.ts';
import { zipped } from './zip.ts';

/** The media type of a Word document. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word document as its file, around a body that is given in parts. */
export function wordFile(
  body: readonly (string | Uint8Array<ArrayBuffer>)[],
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const files = Object.entries(wordParts).map(([path, text]) => ({ path, parts: [text] }));
  return zipped([...files, { path: wordBody, parts: body }], signal);
}
