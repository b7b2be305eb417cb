import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { TextItem as DrawnItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfPage } from '../page/pdf/items.ts';

const isText = (item: DrawnItem | TextMarkedContent): item is DrawnItem => 'str' in item;

/** Reads what each page of a document draws, in the order of its text layer. `tell` hears how many pages are done. */
export async function readPages(
  document: PDFDocumentProxy,
  tell: (done: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<PdfPage[]> {
  const labels = await document.getPageLabels().catch(() => null);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    signal?.throwIfAborted();
    pages.push({ ...(await readPage(document, number)), ...(labels?.[number - 1] && { label: labels[number - 1] }) });
    tell(number);
  }
  return pages;
}

/** A page that cannot be read is one without text; the others are read all the same. */
async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    // As the text layer draws it, so that the items are the same ones.
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const texts = items
      .filter(isText)
      .map(({ str, transform, width, fontName }) => ({ str, transform, width, font: fontName }));
    return { items: texts, view: page.view };
  } catch {
    return { items: [], view: [0, 0, 0, 0] };
  }
}
