import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfPage } from '../../extension/page/pdf/items.ts';
import { readPages } from '../../extension/reader/read-pages.ts';

/** What PDF.js reads of a file, as the reader does. */
export async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    return await readPages(await task.promise);
  } finally {
    await task.destroy();
  }
}
