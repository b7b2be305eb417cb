import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openBytes, pdfjs } from './pdfjs.ts';

/** Why a file cannot be read. */
export type FileProblem = 'broken' | 'not-pdf' | 'encrypted' | 'empty';

/** Asked for a password: `again` where the last one was wrong. It gives up where the answer is `undefined`. */
export type AskPassword = (again: boolean) => Promise<string | undefined>;

/** Opens a file's bytes. What cannot be opened is a problem, never a wait without end. */
export async function openFile(
  bytes: Uint8Array<ArrayBuffer>,
  ask: AskPassword,
  signal: AbortSignal,
): Promise<{ file: PDFDocumentProxy } | { problem: FileProblem }> {
  if (!looksLikePdf(bytes)) return { problem: 'not-pdf' };
  const { task, close } = openBytes(bytes);
  signal.addEventListener('abort', () => void close(), { once: true });
  task.onPassword = (answer: (password: string | Error) => void, reason: number) => {
    void ask(reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD).then((password) =>
      answer(password ?? new Error('given up')),
    );
  };
  try {
    const file = await task.promise;
    if (file.numPages === 0) return { problem: 'empty' };
    // Without its first page the viewer would wait for ever.
    await file.getPage(1);
    return { file };
  } catch (error) {
    if (signal.aborted) throw error;
    void close();
    const name = error instanceof Error ? error.name : '';
    return { problem: name === 'PasswordException' ? 'encrypted' : 'broken' };
  }
}

/** A PDF says what it is within its first kilobyte (ISO 32000-1, 7.5.2, note 4 of Adobe's implementation notes). */
function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}
