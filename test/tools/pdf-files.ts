import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A line of a page: its words, where its baseline begins (points from the lower left), and how it is set. */
export interface DrawnLine {
  text: string;
  x: number;
  y: number;
  size?: number;
  turn?: number;
}

export interface DrawnPage {
  lines: readonly DrawnLine[];
  /** How the whole page is turned, in degrees clockwise. */
  rotate?: number;
  /** A black square, as a picture stands for the words of a scan. */
  scan?: boolean;
}

interface Making {
  title?: string;
  password?: string;
}

/** Makes a PDF (A4), the same every time for the same pages. */
export async function makePdf(pages: readonly DrawnPage[], { title, password }: Making = {}): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  if (title) file.setTitle(title);
  const day = new Date(Date.UTC(2026, 0, 12));
  file.setCreationDate(day);
  file.setModificationDate(day);
  for (const { lines, rotate, scan } of pages) {
    const page = file.addPage([595, 842]);
    if (rotate) page.setRotation(degrees(rotate));
    if (scan) page.drawRectangle({ x: 100, y: 300, width: 200, height: 200 });
    for (const { text, x, y, size = 11, turn } of lines) {
      page.drawText(text, { x, y, size, font, ...(turn && { rotate: degrees(turn) }) });
    }
  }
  if (password) file.encrypt({ userPassword: password, ownerPassword: `${password} of the owner` });
  return file.save();
}

/** Lines under one another, in a column. */
export function column(texts: readonly string[], { x = 60, top = 760, leading = 14, size = 11 } = {}): DrawnLine[] {
  return texts.map((text, i) => ({ text, x, y: top - i * leading, size }));
}

/** Paragraphs, each broken into lines of so many characters, with a gap between them. */
export function paragraphs(
  texts: readonly string[],
  { wide = 84, top = 760, leading = 14, x = 60, size = 11 } = {},
): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let y = top;
  for (const text of texts) {
    for (const line of wrapped(text, wide)) {
      lines.push({ text: line, x, y, size });
      y -= leading;
    }
    y -= leading;
  }
  return lines;
}

function wrapped(text: string, wide: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > wide) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
