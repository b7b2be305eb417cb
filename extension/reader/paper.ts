import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Saves the file as it is. */
export async function downloadFile(file: PDFDocumentProxy, title: string): Promise<void> {
  const data = await file.getData();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([data as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  link.download = /\.pdf$/i.test(title) ? title : `${title.replace(/[\\/:*?"<>|]+/g, ' ')}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Dots to an inch on paper, enough for small print; a PDF's own points are 72 to one. */
const dots = 150;
/** A sheet larger than paper is drawn with no more dots on its longer side: no browser draws more than some. */
const longest = 6000;

/**
 * Prints the file: each page is drawn once, as a picture that waits on the disk and not in memory. `tell` hears which
 * page is being drawn.
 */
export async function printFile(file: PDFDocumentProxy, tell: (page: number) => void): Promise<void> {
  const sheet = document.createElement('div');
  sheet.className = 'print-pages';
  const pictures: string[] = [];
  try {
    const canvas = document.createElement('canvas');
    for (let number = 1; number <= file.numPages; number++) {
      tell(number);
      const page = await file.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: Math.min(dots / 72, longest / Math.max(width, height)) });
      Object.assign(canvas, { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
      if (!blob) continue;
      const picture = document.createElement('img');
      picture.src = URL.createObjectURL(blob);
      picture.alt = '';
      pictures.push(picture.src);
      sheet.append(picture);
      await picture.decode();
    }
    document.body.append(sheet);
    print();
  } finally {
    sheet.remove();
    for (const picture of pictures) URL.revokeObjectURL(picture);
  }
}
